package pro.reelsai.gateway.run;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.StageState;

/** Where in the pipeline a run is. */
final class StageOrder {
    private StageOrder() {}

    /** The first stage that has no output yet, whatever its attempt; the last one where all have. */
    static Stage atWork(RunEntity run, List<StageExecutionEntity> rows) {
        Stage stage = run.firstStage();
        for (Stage current = stage; isDone(current, rows); current = stage) {
            Optional<Stage> next = current.next();
            if (next.isEmpty()) {
                return current;
            }
            stage = next.get();
        }
        return stage;
    }

    private static boolean isDone(Stage stage, List<StageExecutionEntity> rows) {
        return rows.stream().anyMatch(row -> row.stage == stage && row.state.isDone());
    }

    /**
     * From where a failed run can go on: the stage that failed, with what it was asked with. Where that was never heard,
     * since events cross on their way, an earlier stage is asked again; it finds its output made.
     */
    static Point failure(RunEntity run, List<StageExecutionEntity> rows) {
        Stage failed = rows.stream()
                .filter(row -> row.attempt == run.attempt && row.state == StageState.FAILED)
                .map(row -> row.stage)
                .findFirst()
                .orElse(run.firstStage());
        return rows.stream()
                .filter(row -> row.context != null && row.stage.compareTo(failed) <= 0)
                .max(Comparator.comparing((StageExecutionEntity row) -> row.stage)
                        .thenComparing(row -> row.attempt))
                .map(row -> new Point(row.stage, row.context))
                .orElseGet(() -> new Point(run.firstStage(), run.context));
    }

    /**
     * A place to begin at.
     *
     * @param stage the stage
     * @param context what it is asked with
     */
    record Point(Stage stage, StageContext context) {}
}
