package pro.reelsai.stage.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.event.StageRequested;

/**
 * One paid call, as it stood when the row was read.
 *
 * @param id of ours
 * @param request what the stage was asked; run again when the call is woken
 * @param fingerprint the output that is paid for
 * @param provider who is paid, in lower case
 * @param model the provider's model and version
 * @param outcome how far it is
 * @param job the provider's id; null until it is known
 * @param tries how often the provider was asked to start, from 0
 * @param sinceStart how long ago it was last asked, by the database's clock; zero if never
 * @param createdAt when the row was written, by the database's clock
 * @param failureCode why it failed; null if it has not
 * @param error why it failed, for the user; null if it has not
 */
public record ProviderCall(
        UUID id,
        StageRequested request,
        Fingerprint fingerprint,
        String provider,
        String model,
        CallOutcome outcome,
        @Nullable String job,
        int tries,
        Duration sinceStart,
        Instant createdAt,
        @Nullable FailureCode failureCode,
        @Nullable String error) {
    /** The provider's id of the job, once it is known. */
    public Optional<String> externalId() {
        return Optional.ofNullable(job);
    }

    /** Whether the call was made for this attempt of this run. */
    public boolean isOf(StageRequested other) {
        return request.runId().equals(other.runId()) && request.attempt() == other.attempt();
    }
}
