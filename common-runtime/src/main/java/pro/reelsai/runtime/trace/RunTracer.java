package pro.reelsai.runtime.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pro.reelsai.model.event.ReelsEvent;

/** Makes the spans of runs. Where traces go nowhere, so do the spans, and cost next to nothing. */
@ApplicationScoped
public class RunTracer {
    private final boolean on;
    private final Tracer tracer;
    private final RunSpanIds ids;

    /** @param off whether no collector is named, see {@link TraceSwitch} */
    public RunTracer(
            OpenTelemetry telemetry,
            RunSpanIds ids,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled", defaultValue = "true") boolean off) {
        this.on = !off;
        // The SDK, disabled, would still make spans and then drop them.
        this.tracer = (off ? TracerProvider.noop() : telemetry.getTracerProvider()).get("pro.reelsai");
        this.ids = ids;
    }

    /** Whether the spans go anywhere. */
    public boolean isOn() {
        return on;
    }

    /**
     * A span below another of the same run.
     *
     * @param parent see {@link RunTrace#origin}
     */
    public SpanBuilder span(String name, SpanKind kind, SpanContext parent) {
        return tracer.spanBuilder(name)
                .setSpanKind(kind)
                .setParent(Context.root().with(Span.wrap(parent)));
    }

    /** A span below the current one. */
    public SpanBuilder span(String name, SpanKind kind) {
        return tracer.spanBuilder(name).setSpanKind(kind);
    }

    /** The first span of a run, of which all others come; there has to be no second one. */
    public Span first(String name, ReelsEvent event, Instant start) {
        return ids.start(RunTrace.root(event.runId()), () -> tracer.spanBuilder(name)
                .setSpanKind(SpanKind.SERVER)
                .setNoParent()
                .setStartTimestamp(start)
                .startSpan());
    }

    /** Says on a span what it is about. */
    public static void label(Span span, ReelsEvent event) {
        span.setAttribute("reels.run", event.runId().toString());
        span.setAttribute("reels.project", event.projectId().toString());
        span.setAttribute("reels.stage", event.stage().wireName());
        span.setAttribute("reels.attempt", event.attempt());
    }
}
