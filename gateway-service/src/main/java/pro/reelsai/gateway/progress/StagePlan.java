package pro.reelsai.gateway.progress;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.run.StageExecutionEntity;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageState;

/** How much of the way each stage of an ad is. */
final class StagePlan {
    private StagePlan() {}

    /** The share of a stage in the time an ad takes, in percent; together 100. */
    private static int share(Stage stage) {
        return switch (stage) {
            case VOICE -> 10;
            case LIPSYNC -> 40;
            case EDITING -> 30;
            case CAPTION -> 20;
            case SCRIPT -> 0;
        };
    }

    /** How much of the ad is done, 0 to 100. */
    static int percent(Map<Stage, StageExecutionEntity> stages) {
        int hundredths = Stage.ofAnAd().stream()
                .map(stages::get)
                .mapToInt(row -> row == null ? 0 : share(row.stage) * row.percent)
                .sum();
        return hundredths / 100;
    }

    /** The stage whose turn it is: the first that is not done; null where all are. */
    static @Nullable Stage current(Map<Stage, StageExecutionEntity> stages) {
        return Stage.ofAnAd().stream()
                .filter(stage -> !isDone(stages.get(stage)))
                .findFirst()
                .orElse(null);
    }

    private static boolean isDone(@Nullable StageExecutionEntity row) {
        return row != null && (row.state.isDone() || row.state == StageState.CANCELLED);
    }
}
