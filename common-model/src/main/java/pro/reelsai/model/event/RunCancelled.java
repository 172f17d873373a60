package pro.reelsai.model.event;

import java.time.Instant;
import java.util.UUID;
import pro.reelsai.model.Stage;
import pro.reelsai.model.Topics;

/**
 * The user does not want the run any more.
 *
 * @param runId the run
 * @param projectId the project
 * @param userId the owner
 * @param stage the stage that was at work when the user cancelled
 * @param attempt which attempt of the run, from 1
 * @param cancelledAt when
 */
public record RunCancelled(UUID runId, UUID projectId, UUID userId, Stage stage, int attempt, Instant cancelledAt)
        implements ReelsEvent {
    @Override
    public String outcome() {
        return "cancelled";
    }

    @Override
    public String topic() {
        return Topics.RUN_CANCELLED;
    }
}
