package pro.reelsai.gateway.run;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import pro.reelsai.gateway.outbox.Outbox;
import pro.reelsai.model.event.StageRequested;

/**
 * Asks stages to work, in the transaction of the caller: the stage's row and the event, both or neither. What the gateway
 * has asked for itself it need not learn from Kafka.
 */
@ApplicationScoped
class StageRequests {
    private final Outbox outbox;

    StageRequests(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Asks for a stage of an attempt, which nobody has asked for before. */
    Uni<Void> send(StageRequested request) {
        StageExecutionEntity row = StageExecutionEntity.pending(request.runId(), request.stage(), request.attempt());
        row.requested(request.context(), request.requestedAt());
        return row.persist().chain(() -> outbox.add(request));
    }
}
