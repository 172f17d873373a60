package pro.reelsai.gateway.admin.replay;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.run.ReplayPlan;
import pro.reelsai.gateway.run.RunKind;

/**
 * A replay, or what one would do.
 *
 * @param runId the new run; null where nothing was started
 * @param replayOf the run that it repeats
 * @param fromStage from which stage on
 * @param shadow whether it runs out of everybody's sight
 * @param dryRun whether nothing was started
 * @param changes which inputs differ from those of back then
 * @param stages what becomes of each stage
 */
@Schema(name = "Replay")
public record ReplayView(
        @Nullable UUID runId,
        UUID replayOf,
        String fromStage,
        boolean shadow,
        boolean dryRun,
        List<ChangeView> changes,
        List<StepView> stages) {
    /**
     * An input that differs.
     *
     * @param setting its name
     * @param from its value back then
     * @param to its value now
     */
    @Schema(name = "ReplayChange")
    public record ChangeView(
            String setting, @Nullable String from, @Nullable String to) {
        static ChangeView of(ReplayPlan.Change change) {
            return new ChangeView(change.name(), text(change.from()), text(change.to()));
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : String.valueOf(value);
        }
    }

    /**
     * One stage.
     *
     * @param stage its name
     * @param expected {@code kept}: its output of back then goes in as it is; {@code reused}: it is asked and should find that
     *     it has made this before; {@code run}: it works
     */
    @Schema(name = "ReplayStep")
    public record StepView(
            String stage,
            @Schema(enumeration = {"kept", "reused", "run"}) String expected) {}

    static ReplayView of(ReplayPlan plan, @Nullable UUID run) {
        return new ReplayView(
                run,
                plan.past(),
                plan.order().from().wireName(),
                plan.kind() == RunKind.SHADOW,
                run == null,
                plan.changes().stream().map(ChangeView::of).toList(),
                plan.steps().stream()
                        .map(step -> new StepView(
                                step.stage().wireName(), step.expected().name().toLowerCase(Locale.ROOT)))
                        .toList());
    }
}
