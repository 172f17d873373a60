package pro.reelsai.gateway.run;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.json.Jsonb;
import pro.reelsai.gateway.platform.json.StageContextColumn;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.StageOutput;
import pro.reelsai.model.StageState;

/**
 * A row of {@code stage_executions}: one stage within one attempt of a run.
 *
 * <p>Events may arrive twice and, across topics, out of order. Every change here therefore only ever moves forward: a
 * terminal state stays, a percentage does not fall, what is known is not forgotten.
 */
@Entity
@DynamicUpdate
@IdClass(StageExecutionEntity.Key.class)
@Table(name = "stage_executions")
public class StageExecutionEntity extends PanacheEntityBase {
    @Id
    public UUID runId;

    @Id
    @Enumerated(EnumType.STRING)
    public Stage stage;

    @Id
    public int attempt;

    @Enumerated(EnumType.STRING)
    public StageState state;

    public int percent;
    public @Nullable String detail;

    @Enumerated(EnumType.STRING)
    public @Nullable FailureCode code;

    public @Nullable Instant requestedAt;

    /** Null for a stage that has not begun, and that failed or was cancelled before it did. */
    public @Nullable Instant startedAt;

    public @Nullable Instant finishedAt;

    @Convert(converter = StageContextColumn.class)
    @ColumnTransformer(read = "cast(context as text)", write = Jsonb.WRITE)
    public @Nullable StageContext context;

    public BigDecimal costUsd;

    /** A stage of which nothing is known yet. */
    public static StageExecutionEntity pending(UUID run, Stage stage, int attempt) {
        StageExecutionEntity row = new StageExecutionEntity();
        row.runId = run;
        row.stage = stage;
        row.attempt = attempt;
        row.state = StageState.PENDING;
        row.costUsd = BigDecimal.ZERO;
        return row;
    }

    /** Every stage of a run in every attempt. */
    public static Uni<List<StageExecutionEntity>> ofRun(UUID run) {
        return list("runId = ?1 order by attempt", run);
    }

    /** Every stage of several runs in every attempt. */
    public static Uni<List<StageExecutionEntity>> ofRuns(List<UUID> runs) {
        return list("runId in ?1 order by attempt", runs);
    }

    /** What the stages of runs cost together, in US dollars; a run without a stage is not in it. */
    static Uni<Map<UUID, BigDecimal>> costsOf(List<UUID> runs) {
        return StageExecutionEntity.<StageExecutionEntity>find(
                        "select runId as runId, sum(costUsd) as cost from StageExecutionEntity where runId in ?1 group by runId",
                        runs)
                .project(Cost.class)
                .list()
                .map(costs -> costs.stream().collect(Collectors.toMap(Cost::runId, Cost::cost)));
    }

    /**
     * What the stages of a run cost together.
     *
     * @param runId the run
     * @param cost in US dollars
     */
    public record Cost(UUID runId, BigDecimal cost) {}

    /** The stage was asked to work. */
    public void requested(StageContext with, Instant at) {
        context = context == null ? with : context;
        requestedAt = requestedAt == null ? at : requestedAt;
    }

    /** The stage says how far it is. */
    public void progressed(StageState now, int reached, @Nullable String doing, Instant at) {
        // A stage that parks may know no percentage; that it waits counts all the same.
        if (state.isTerminal() || reached < percent && now == state) {
            return;
        }
        state = now;
        percent = Math.clamp(reached, percent, 100);
        detail = doing;
        startedAt = startedAt == null ? at : startedAt;
    }

    /** The stage has its output. */
    public void succeeded(StageOutput output, Instant at) {
        end(output.reused() ? StageState.REUSED : StageState.SUCCEEDED, output.costUsd(), at);
    }

    /** The stage has done its work, which cost this many US dollars. */
    public void succeeded(BigDecimal cost, Instant at) {
        end(StageState.SUCCEEDED, cost, at);
    }

    private void end(StageState done, BigDecimal cost, Instant at) {
        if (state.isTerminal()) {
            return;
        }
        finish(done, at);
        if (startedAt == null) {
            startedAt = requestedAt == null ? at : requestedAt;
        }
        percent = 100;
        detail = null;
        costUsd = cost;
    }

    /** The user does not want the stage's work any more. */
    public void cancelled(Instant at) {
        if (!state.isTerminal()) {
            finish(StageState.CANCELLED, at);
        }
    }

    /** The stage gave up. */
    public void failed(FailureCode why, String message, Instant at) {
        if (state.isTerminal()) {
            return;
        }
        finish(StageState.FAILED, at);
        code = why;
        detail = message;
    }

    private void finish(StageState terminal, Instant at) {
        state = terminal;
        finishedAt = at;
    }

    /** The primary key. */
    public static class Key {
        public UUID runId;
        public Stage stage;
        public int attempt;

        /** For Hibernate. */
        public Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && attempt == key.attempt
                    && stage == key.stage
                    && Objects.equals(runId, key.runId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(runId, stage, attempt);
        }
    }
}
