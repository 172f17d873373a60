package pro.reelsai.stage.internal;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.trace.RunTrace;
import pro.reelsai.runtime.trace.RunTracer;
import pro.reelsai.stage.NotWantedException;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.internal.StageMetrics.Ending;

/** A span for every try of a request, below the one that the request came of. What it emits comes of that try. */
@ApplicationScoped
public class StageTraces {
    private final RunTracer tracer;

    public StageTraces(RunTracer tracer) {
        this.tracer = tracer;
    }

    /** A record is taken up. */
    Try take(Delivery delivery, StageRequested request) {
        Span span = tracer.span(
                        request.stage().wireName(),
                        SpanKind.CONSUMER,
                        RunTrace.origin(
                                request.runId(),
                                delivery.header(RunTrace.HEADER).orElse(null)))
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", delivery.topic())
                .setAttribute("messaging.destination.partition.id", Integer.toString(delivery.partition()))
                .setAttribute("messaging.kafka.offset", delivery.offset())
                .setAttribute("reels.retry", delivery.retries())
                .startSpan();
        return new Try(span, request);
    }

    /** A parked request is looked at: which record brought it is not known any more. */
    Try wake(StageRequested request) {
        Span span = tracer.span(request.stage().wireName() + " wake", SpanKind.INTERNAL, RunTrace.root(request.runId()))
                .startSpan();
        return new Try(span, request);
    }

    /** The output was there already, or was not. */
    static void found(boolean reused) {
        Span.current().setAttribute("reels.reused", reused);
    }

    /** The current try has failed. What the failure says stays in the log, since it may quote the user or a provider. */
    static void failed(StageException failure) {
        if (!(failure instanceof NotWantedException)) {
            Span.current().setAttribute("error.type", failure.code().name()).setStatus(StatusCode.ERROR);
        }
    }

    /** One try, current on its thread until it is closed. */
    static final class Try implements AutoCloseable {
        private final Span span;
        private final Scope scope;

        private Try(Span span, StageRequested request) {
            RunTracer.label(span, request);
            this.span = span;
            this.scope = span.makeCurrent();
        }

        void ended(Ending ending) {
            span.setAttribute("reels.outcome", ending.name().toLowerCase(Locale.ROOT));
        }

        @Override
        public void close() {
            scope.close();
            span.end();
        }
    }
}
