package pro.reelsai.model.event;

import java.time.Instant;
import java.util.UUID;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.StageOutput;
import pro.reelsai.model.Topics;

/**
 * Asks a stage to work; also tells the gateway that the stage before has succeeded.
 *
 * @param runId the run
 * @param projectId the project
 * @param userId the owner
 * @param stage the stage that should work
 * @param attempt which attempt of the run, from 1
 * @param requestedAt when the request was made
 * @param deadline when the run's user has waited long enough: a stage does not begin after it
 * @param context the inputs and the outputs so far
 */
public record StageRequested(
        UUID runId,
        UUID projectId,
        UUID userId,
        Stage stage,
        int attempt,
        Instant requestedAt,
        Instant deadline,
        StageContext context)
        implements ReelsEvent {
    @Override
    public String outcome() {
        return "requested";
    }

    @Override
    public String topic() {
        return Topics.requested(stage);
    }

    /** The request to the stage that follows, carrying this stage's output. */
    public StageRequested next(Stage next, StageOutput output, Instant now) {
        return new StageRequested(runId, projectId, userId, next, attempt, now, deadline, context.with(stage, output));
    }
}
