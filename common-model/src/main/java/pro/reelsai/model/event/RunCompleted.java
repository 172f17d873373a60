package pro.reelsai.model.event;

import java.time.Instant;
import java.util.UUID;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.Topics;

/**
 * The ad is finished and in the bucket.
 *
 * @param runId the run
 * @param projectId the project
 * @param userId the owner
 * @param stage the last stage
 * @param attempt which attempt of the run, from 1
 * @param completedAt when it was finished
 * @param context all inputs and all outputs
 */
public record RunCompleted(
        UUID runId, UUID projectId, UUID userId, Stage stage, int attempt, Instant completedAt, StageContext context)
        implements ReelsEvent {
    @Override
    public String outcome() {
        return "completed";
    }

    @Override
    public String topic() {
        return Topics.RUN_COMPLETED;
    }
}
