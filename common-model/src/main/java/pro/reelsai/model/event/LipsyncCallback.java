package pro.reelsai.model.event;

import java.time.Instant;
import java.util.UUID;
import pro.reelsai.model.Stage;
import pro.reelsai.model.Topics;

/**
 * The provider says that a lip-sync job has ended. Only a call to look: how it ended is asked of the provider itself.
 *
 * @param runId the run
 * @param projectId the project
 * @param userId the owner
 * @param attempt which attempt of the run submitted the job, from 1
 * @param externalId the job's id at the provider
 * @param at when the gateway heard of it
 */
public record LipsyncCallback(UUID runId, UUID projectId, UUID userId, int attempt, String externalId, Instant at)
        implements ReelsEvent {
    @Override
    public Stage stage() {
        return Stage.LIPSYNC;
    }

    @Override
    public String outcome() {
        return "callback-" + externalId;
    }

    @Override
    public String topic() {
        return Topics.LIPSYNC_CALLBACK;
    }
}
