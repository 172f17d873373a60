package pro.reelsai.model.event;

import java.time.Instant;
import java.util.UUID;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageState;
import pro.reelsai.model.Topics;

/**
 * How far a stage is.
 *
 * @param runId the run
 * @param projectId the project
 * @param userId the owner
 * @param stage the stage at work
 * @param attempt which attempt of the run, from 1
 * @param state {@link StageState#RUNNING}, or {@link StageState#WAITING} once the stage has parked
 * @param percent how much of the stage is done, 0 to 100
 * @param detail what it is doing, in a few words for the user
 * @param at when
 */
public record RunProgress(
        UUID runId,
        UUID projectId,
        UUID userId,
        Stage stage,
        int attempt,
        StageState state,
        int percent,
        String detail,
        Instant at)
        implements ReelsEvent {
    @Override
    public String outcome() {
        return state == StageState.WAITING ? "waiting" : "progress-" + percent;
    }

    @Override
    public String topic() {
        return Topics.RUN_PROGRESS;
    }
}
