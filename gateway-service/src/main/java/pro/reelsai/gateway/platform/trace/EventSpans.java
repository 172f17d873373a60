package pro.reelsai.gateway.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.event.ReelsEvent;
import pro.reelsai.model.event.RunProgress;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.event.EncodedEvent;
import pro.reelsai.runtime.trace.RunTrace;
import pro.reelsai.runtime.trace.RunTracer;

/**
 * Spans of what the gateway does for a run: its start, the way of each event through the outbox, and what each event that
 * comes back changes. Reports of progress, of which there are many, have none.
 */
@ApplicationScoped
public class EventSpans {
    private final RunTracer tracer;

    public EventSpans(RunTracer tracer) {
        this.tracer = tracer;
    }

    /** A run, or another attempt of it, was started: it is committed. */
    public void started(ReelsEvent event) {
        if (!tracer.isOn() || !(event instanceof StageRequested request)) {
            return;
        }
        Span span = request.attempt() == 1
                ? tracer.first("run", request, request.requestedAt())
                : tracer.span("attempt", SpanKind.SERVER, RunTrace.root(request.runId()))
                        .setStartTimestamp(request.requestedAt())
                        .startSpan();
        RunTracer.label(span, request);
        span.setAttribute("reels.shadow", request.shadow() != null);
        span.end();
    }

    /**
     * The broker has an event, which has waited in the outbox since it was made.
     *
     * @param run the run's id
     * @param headers the record's
     */
    public void sent(String topic, String run, Map<String, String> headers) {
        if (!tracer.isOn()) {
            return;
        }
        tracer.span("outbox", SpanKind.PRODUCER, RunTrace.origin(UUID.fromString(run), headers.get(RunTrace.HEADER)))
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", topic)
                .setStartTimestamp(Instant.parse(headers.get(EncodedEvent.TIME_HEADER)))
                .startSpan()
                .end();
    }

    /**
     * Has a span around what an event changes.
     *
     * @param header the record's {@link RunTrace#HEADER}; null where it has none
     */
    public Uni<Void> around(ReelsEvent event, @Nullable String header, Uni<Void> change) {
        if (!tracer.isOn() || event instanceof RunProgress) {
            return change;
        }
        return Uni.createFrom().deferred(() -> {
            Span span = tracer.span("projection", SpanKind.CONSUMER, RunTrace.origin(event.runId(), header))
                    .setAttribute("messaging.system", "kafka")
                    .setAttribute("messaging.destination.name", event.topic())
                    .startSpan();
            RunTracer.label(span, event);
            return change.onFailure()
                    .invoke(e -> span.setAttribute("error.type", e.getClass().getName())
                            .setStatus(StatusCode.ERROR))
                    .eventually(() -> span.end());
        });
    }
}
