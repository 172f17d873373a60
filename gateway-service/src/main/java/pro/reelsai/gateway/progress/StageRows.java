package pro.reelsai.gateway.progress;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.run.RunEntity;
import pro.reelsai.gateway.run.StageExecutionEntity;
import pro.reelsai.model.RunState;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.StageState;
import pro.reelsai.model.event.LipsyncCallback;
import pro.reelsai.model.event.ReelsEvent;
import pro.reelsai.model.event.RunCancelled;
import pro.reelsai.model.event.RunCompleted;
import pro.reelsai.model.event.RunFailed;
import pro.reelsai.model.event.RunProgress;
import pro.reelsai.model.event.ScriptGenerated;
import pro.reelsai.model.event.StageRequested;

/** The stages of one run, all attempts, and what an event means for them. */
final class StageRows {
    private final RunEntity run;
    private final List<StageExecutionEntity> rows;
    private final List<StageExecutionEntity> added = new ArrayList<>();

    private StageRows(RunEntity run, List<StageExecutionEntity> rows) {
        this.run = run;
        this.rows = new ArrayList<>(rows);
    }

    static Uni<StageRows> of(RunEntity run) {
        return StageExecutionEntity.ofRun(run.id).map(rows -> new StageRows(run, rows));
    }

    /** Writes the rows that are new; Hibernate writes the changed ones by itself. */
    Uni<Void> save() {
        return added.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession().chain(session -> session.persistAll(added.toArray()));
    }

    /** Merges what an event says of its own stage, and of the stages before, whose outputs it carries. */
    void merge(ReelsEvent event) {
        StageExecutionEntity own = row(event.stage(), event.attempt());
        switch (event) {
            case StageRequested requested -> {
                own.requested(requested.context(), requested.requestedAt());
                finishOthers(requested.context(), event, requested.requestedAt());
            }
            case RunProgress p -> own.progressed(p.state(), p.percent(), p.detail(), p.at());
            case RunCompleted completed -> {
                completed.context().output(event.stage()).ifPresent(out -> own.succeeded(out, completed.completedAt()));
                finishOthers(completed.context(), event, completed.completedAt());
            }
            case RunFailed failed -> own.failed(failed.code(), failed.message(), failed.failedAt());
            case ScriptGenerated generated -> own.succeeded(generated.costUsd(), generated.generatedAt());
            // That the provider is done says nothing of how; the stage will.
            case LipsyncCallback callback -> {}
            case RunCancelled cancelled -> own.cancelled(cancelled.cancelledAt());
        }
    }

    private void finishOthers(StageContext context, ReelsEvent event, Instant at) {
        context.outputs().forEach((stage, output) -> {
            // A resumed run carries the outputs of its earlier attempts; they are not made, nor paid, once more.
            if (stage != event.stage() && !isDone(stage)) {
                row(stage, event.attempt()).succeeded(output, at);
            }
        });
    }

    private boolean isDone(Stage stage) {
        return rows.stream().anyMatch(row -> row.stage == stage && row.state.isDone());
    }

    private StageExecutionEntity row(Stage stage, int attempt) {
        return rows.stream()
                .filter(row -> row.stage == stage && row.attempt == attempt)
                .findFirst()
                .orElseGet(() -> add(StageExecutionEntity.pending(run.id, stage, attempt)));
    }

    private StageExecutionEntity add(StageExecutionEntity row) {
        rows.add(row);
        added.add(row);
        return row;
    }

    /** Each stage as its latest attempt left it. */
    Map<Stage, StageExecutionEntity> latest() {
        return latest(rows);
    }

    /** Each stage as its latest attempt left it; the rows are in the order of their attempts. */
    static Map<Stage, StageExecutionEntity> latest(List<StageExecutionEntity> rows) {
        Map<Stage, StageExecutionEntity> latest = new EnumMap<>(Stage.class);
        rows.stream().sorted(Comparator.comparingInt(row -> row.attempt)).forEach(row -> latest.put(row.stage, row));
        return latest;
    }

    /** What the stages of an attempt say of a run that has not ended. */
    RunState runState(int attempt) {
        List<StageExecutionEntity> begun = rows.stream()
                .filter(row -> row.attempt == attempt && row.state != StageState.PENDING)
                .toList();
        if (begun.isEmpty()) {
            return RunState.RESERVED;
        }
        return begun.stream().anyMatch(row -> row.state == StageState.WAITING) ? RunState.WAITING : RunState.RUNNING;
    }

    /** When the first stage of an attempt began; null where none has. */
    @Nullable
    Instant firstStart(int attempt) {
        return rows.stream()
                .filter(row -> row.attempt == attempt)
                .map(row -> row.startedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
