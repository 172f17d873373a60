package pro.reelsai.gateway.run;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A run as the contract shows it.
 *
 * @param runId the run
 * @param kind {@code video} or {@code script}
 * @param state {@code reserved}, {@code running}, {@code waiting}, {@code completed}, {@code failed} or {@code cancelled}
 * @param attempt which attempt it is in, from 1
 * @param code why it failed, as a stable name
 * @param message why it failed, in words
 * @param cost what the providers charge for it, in US dollars
 * @param createdAt when it was asked for
 * @param startedAt when the first stage began
 * @param finishedAt when it ended
 */
@Schema(name = "Run")
public record RunView(
        UUID runId,
        @Schema(enumeration = {"video", "script"}) String kind,

        @Schema(enumeration = {"reserved", "running", "waiting", "completed", "failed", "cancelled"})
        String state,

        int attempt,
        @Nullable String code,
        @Nullable String message,
        BigDecimal cost,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {
    static RunView of(RunEntity run, BigDecimal cost) {
        return new RunView(
                run.id,
                run.kind.name().toLowerCase(Locale.ROOT),
                run.state.name().toLowerCase(Locale.ROOT),
                run.attempt,
                run.failureCode == null ? null : run.failureCode.name(),
                run.failureMessage,
                cost,
                run.createdAt,
                run.startedAt,
                run.finishedAt);
    }
}
