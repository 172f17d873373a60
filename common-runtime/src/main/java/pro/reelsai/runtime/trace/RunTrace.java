package pro.reelsai.runtime.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The trace of a run. Its id is the run's, and the id of its first span is the run's lower half, so that whoever knows the
 * run knows its trace: a request that comes back after an hour, a job that a provider calls back about, a topic that is
 * read again. Nothing has to be kept for it.
 */
public final class RunTrace {
    /** The header of a record that says which span it came of, by <a href="https://www.w3.org/TR/trace-context/">W3C</a>. */
    public static final String HEADER = "traceparent";

    private static final TextMapGetter<String> THE_HEADER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String carrier) {
            return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
            return key.equals(HEADER) ? carrier : null;
        }
    };

    private RunTrace() {}

    /** The first span of a run. */
    public static SpanContext root(UUID run) {
        return SpanContext.createFromRemoteParent(
                TraceId.fromLongs(run.getMostSignificantBits(), run.getLeastSignificantBits()),
                SpanId.fromLong(run.getLeastSignificantBits()),
                TraceFlags.getSampled(),
                TraceState.getDefault());
    }

    /**
     * The span of which a record came.
     *
     * @param run the run that the record speaks of
     * @param header the record's {@link #HEADER}; null where it has none
     * @return the run's first span if the header is none of its trace
     */
    public static SpanContext origin(UUID run, @Nullable String header) {
        SpanContext named = Span.fromContext(
                        W3CTraceContextPropagator.getInstance().extract(Context.root(), header, THE_HEADER))
                .getSpanContext();
        SpanContext root = root(run);
        return named.getTraceId().equals(root.getTraceId()) ? named : root;
    }

    /** The {@link #HEADER} of a record that is written now: the current span, if that is one of the run's. */
    public static String header(UUID run) {
        SpanContext root = root(run);
        SpanContext current = Span.current().getSpanContext();
        SpanContext origin = current.getTraceId().equals(root.getTraceId()) ? current : root;
        return "00-" + origin.getTraceId() + "-" + origin.getSpanId() + "-"
                + origin.getTraceFlags().asHex();
    }
}
