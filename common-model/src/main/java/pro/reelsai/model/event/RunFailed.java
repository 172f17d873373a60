package pro.reelsai.model.event;

import java.time.Instant;
import java.util.UUID;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Stage;
import pro.reelsai.model.Topics;

/**
 * A stage gave up for good.
 *
 * @param runId the run
 * @param projectId the project
 * @param userId the owner
 * @param stage the stage that gave up
 * @param attempt which attempt of the run, from 1
 * @param code why, as a stable name
 * @param message why, in words for the user; holds no secret and no path
 * @param failedAt when
 */
public record RunFailed(
        UUID runId,
        UUID projectId,
        UUID userId,
        Stage stage,
        int attempt,
        FailureCode code,
        String message,
        Instant failedAt)
        implements ReelsEvent {
    @Override
    public String outcome() {
        return "failed";
    }

    @Override
    public String topic() {
        return Topics.RUN_FAILED;
    }
}
