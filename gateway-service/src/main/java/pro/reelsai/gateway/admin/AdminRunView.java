package pro.reelsai.gateway.admin;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.run.RunEntity;
import pro.reelsai.gateway.run.StageExecutionEntity;

/**
 * A run as operators see it.
 *
 * @param runId the run
 * @param projectId its project
 * @param userId whose it is
 * @param kind {@code video}, {@code script} or {@code shadow}
 * @param state {@code reserved}, {@code running}, {@code waiting}, {@code completed}, {@code failed} or {@code cancelled}
 * @param attempt which attempt it is in, from 1
 * @param code why it failed, as a stable name
 * @param message why it failed, as its user reads it
 * @param cost what the providers charge for all attempts, in US dollars
 * @param deadline when it has to be done
 * @param createdAt when it was asked for
 * @param startedAt when the first stage began
 * @param finishedAt when it ended
 * @param replayOf the run that it repeats; null where it repeats none
 * @param fromStage the stage from which it repeats that run
 * @param stages every stage of every attempt, in order
 */
@Schema(name = "OperatorsRun")
public record AdminRunView(
        UUID runId,
        UUID projectId,
        UUID userId,
        String kind,
        String state,
        int attempt,
        @Nullable String code,
        @Nullable String message,
        BigDecimal cost,
        Instant deadline,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable UUID replayOf,
        @Nullable String fromStage,
        List<StageView> stages) {
    /**
     * One stage of one attempt.
     *
     * @param stage its name, such as {@code voice}
     * @param attempt in which attempt of the run
     * @param state {@code pending}, {@code running}, {@code waiting}, {@code succeeded}, {@code reused}, {@code failed} or
     *     {@code cancelled}
     * @param percent how much of it is done, 0 to 100
     * @param code why it failed, as a stable name
     * @param detail what it is doing, or why it failed
     * @param cost what its provider charges, in US dollars
     * @param startedAt when it began
     * @param finishedAt when it ended
     */
    @Schema(name = "OperatorsStage")
    public record StageView(
            String stage,
            int attempt,
            String state,
            int percent,
            @Nullable String code,
            @Nullable String detail,
            BigDecimal cost,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {
        static StageView of(StageExecutionEntity row) {
            return new StageView(
                    row.stage.wireName(),
                    row.attempt,
                    wire(row.state),
                    row.percent,
                    row.code == null ? null : row.code.name(),
                    row.detail,
                    row.costUsd,
                    row.startedAt,
                    row.finishedAt);
        }
    }

    static AdminRunView of(RunEntity run, List<StageExecutionEntity> stages) {
        return new AdminRunView(
                run.id,
                run.projectId,
                run.userId,
                wire(run.kind),
                wire(run.state),
                run.attempt,
                run.failureCode == null ? null : run.failureCode.name(),
                run.failureMessage,
                stages.stream().map(stage -> stage.costUsd).reduce(BigDecimal.ZERO, BigDecimal::add),
                run.deadline,
                run.createdAt,
                run.startedAt,
                run.finishedAt,
                run.replayOf,
                run.fromStage == null ? null : run.fromStage.wireName(),
                stages.stream().map(StageView::of).toList());
    }

    static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
