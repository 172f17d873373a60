package pro.reelsai.gateway.admin.replay;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.run.ReplayOrder;
import pro.reelsai.model.Stage;

/**
 * How a run is to be repeated.
 *
 * @param fromStage from which stage on: {@code voice}, {@code lipsync}, {@code editing} or {@code caption}; for a script's
 *     run {@code script}
 * @param shadow whether that stage alone is run, into {@code replays/}, seen and paid by nobody; left out, it counts
 * @param paidCalls whether a shadow may pay providers; left out, it takes what they have answered before, or fails
 * @param set settings to change: {@code layout}, and those of the video configuration
 * @param dryRun only say what would happen
 */
@Schema(name = "ReplayRequest")
public record ReplayRequest(
        @NotNull @Size(max = 20) @Schema(enumeration = {"script", "voice", "lipsync", "editing", "caption"})
        String fromStage,

        @Nullable Boolean shadow,
        @Nullable Boolean paidCalls,

        @Nullable @Size(max = 20) @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        Map<String, @Nullable Object> set,

        @Nullable Boolean dryRun) {
    boolean isDry() {
        return Boolean.TRUE.equals(dryRun);
    }

    /**
     * @throws ApiProblem 422 if there is no such stage
     */
    ReplayOrder order() {
        Stage from = Arrays.stream(Stage.values())
                .filter(stage -> stage.wireName().equals(fromStage))
                .findFirst()
                .orElseThrow(() -> ApiProblem.invalid(
                        "from_stage",
                        "must be one of "
                                + Arrays.stream(Stage.values())
                                        .map(Stage::wireName)
                                        .collect(Collectors.joining(", "))));
        return new ReplayOrder(
                from, Boolean.TRUE.equals(shadow), Boolean.TRUE.equals(paidCalls), set == null ? Map.of() : set);
    }
}
