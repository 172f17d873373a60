package pro.reelsai.gateway.run;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;

/**
 * What a replay would do.
 *
 * @param past the run that is repeated
 * @param project its project
 * @param kind what the new run would be
 * @param order what was asked for
 * @param context what the first stage would be asked with
 * @param changes the inputs that differ from the past request
 * @param steps every stage of the new run in order
 */
public record ReplayPlan(
        UUID past,
        UUID project,
        RunKind kind,
        ReplayOrder order,
        StageContext context,
        List<Change> changes,
        List<Step> steps) {
    /**
     * An input that differs.
     *
     * @param name the setting
     * @param from its value in the past run; null for none
     * @param to its value in the new one; null for none
     */
    public record Change(
            String name, @Nullable Object from, @Nullable Object to) {}

    /**
     * One stage of the new run.
     *
     * @param stage the stage
     * @param expected what becomes of it
     */
    public record Step(Stage stage, Expected expected) {}

    /** What is expected of a stage. */
    public enum Expected {
        /** Its output of back then goes in as it is. */
        KEPT,
        /** It is asked, and finds what the past run has made of the same inputs; unless it works differently by now. */
        REUSED,
        /** It works. */
        RUN
    }
}
