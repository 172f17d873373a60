package pro.reelsai.gateway.progress;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.project.ProjectStatus;
import pro.reelsai.gateway.run.RunEntity;
import pro.reelsai.gateway.run.StageExecutionEntity;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageState;

/** The contract's project status, read from a run and its stages. */
final class ProjectStatusView {
    private ProjectStatusView() {}

    static ProjectStatus of(RunEntity run, Map<Stage, StageExecutionEntity> stages) {
        return switch (run.state) {
            case COMPLETED -> ProjectStatus.COMPLETED;
            case CANCELLED -> ProjectStatus.CANCELLED;
            case FAILED -> failed(run.failureCode, failedStage(stages));
            case RESERVED, RUNNING, WAITING -> working(stages);
        };
    }

    private static ProjectStatus working(Map<Stage, StageExecutionEntity> stages) {
        if (stages.values().stream().anyMatch(row -> isAfterLipsync(row) && row.state != StageState.PENDING)) {
            return ProjectStatus.ASSETS_VIDEO_GENERATION_STARTED;
        }
        if (isDone(stages, Stage.LIPSYNC)) {
            return ProjectStatus.ACTOR_GENERATION_COMPLETED;
        }
        if (isBegun(stages, Stage.LIPSYNC)) {
            return ProjectStatus.ACTOR_GENERATION_STARTED;
        }
        return isDone(stages, Stage.VOICE) ? ProjectStatus.VOICE_OVER_READY : ProjectStatus.PROCESSING;
    }

    /** The code decides where it is telling; else the stage does. */
    private static ProjectStatus failed(@Nullable FailureCode code, @Nullable StageExecutionEntity stage) {
        if (code == null) {
            return ProjectStatus.FAILED;
        }
        return switch (code) {
            case VOICE_UNAVAILABLE, SCRIPT_UNSPEAKABLE -> ProjectStatus.VOICE_OVER_GENERATION_FAILED;
            case LIPSYNC_COULD_NOT_START -> ProjectStatus.ACTOR_GENERATION_COULD_NOT_START;
            case LIPSYNC_FAILED -> ProjectStatus.ACTOR_GENERATION_FAILED;
            case LIPSYNC_CANCELLED -> ProjectStatus.ACTOR_GENERATION_CANCELLED;
            case ASSET_UNREADABLE -> ProjectStatus.ASSETS_VIDEO_GENERATION_FAILED;
            case LAYOUT_UNKNOWN -> ProjectStatus.LAYOUT_RETRIEVAL_FAILED;
            case EDITING_FAILED -> ProjectStatus.VIDEO_EDITING_FAILED;
            case CAPTIONS_FAILED -> ProjectStatus.CAPTIONS_ADDITION_FAILED;
            case UPLOAD_FAILED -> isOf(stage, Stage.CAPTION) ? ProjectStatus.UPLOAD_FAILED : at(stage);
            case EVENT_UNREADABLE, INTERNAL -> isAfterLipsync(stage) ? ProjectStatus.POST_PROCESSING_FAILED : at(stage);
            case RENDER_OOM,
                    DISK_FULL,
                    SPEND_LIMIT_REACHED,
                    TIMED_OUT,
                    SCRIPT_REFUSED,
                    SCRIPT_UNAVAILABLE,
                    PAYMENT_NOT_ALLOWED -> at(stage);
        };
    }

    private static ProjectStatus at(@Nullable StageExecutionEntity row) {
        return switch (row == null ? null : row.stage) {
            case VOICE -> ProjectStatus.VOICE_OVER_GENERATION_FAILED;
            case LIPSYNC ->
                row.startedAt == null
                        ? ProjectStatus.ACTOR_GENERATION_COULD_NOT_START
                        : ProjectStatus.ACTOR_GENERATION_FAILED;
            case EDITING -> ProjectStatus.VIDEO_EDITING_FAILED;
            case CAPTION -> ProjectStatus.CAPTIONS_ADDITION_FAILED;
            case SCRIPT -> ProjectStatus.FAILED;
            case null -> ProjectStatus.FAILED;
        };
    }

    private static boolean isAfterLipsync(@Nullable StageExecutionEntity row) {
        return row != null && row.stage.compareTo(Stage.LIPSYNC) > 0;
    }

    private static boolean isOf(@Nullable StageExecutionEntity row, Stage stage) {
        return row != null && row.stage == stage;
    }

    private static @Nullable StageExecutionEntity failedStage(Map<Stage, StageExecutionEntity> stages) {
        return stages.values().stream()
                .filter(row -> row.state == StageState.FAILED)
                .findFirst()
                .orElse(null);
    }

    private static boolean isDone(Map<Stage, StageExecutionEntity> stages, Stage stage) {
        StageExecutionEntity row = stages.get(stage);
        return row != null && row.state.isDone();
    }

    private static boolean isBegun(Map<Stage, StageExecutionEntity> stages, Stage stage) {
        StageExecutionEntity row = stages.get(stage);
        return row != null && row.state != StageState.PENDING;
    }
}
