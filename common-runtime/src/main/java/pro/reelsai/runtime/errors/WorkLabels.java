package pro.reelsai.runtime.errors;

import java.util.UUID;
import org.jboss.logging.MDC;
import pro.reelsai.model.Stage;

/** Says in every log line of this thread, and in the tags of its errors, which run and stage it works for. */
public final class WorkLabels implements AutoCloseable {
    private static final String RUN = "run";
    private static final String STAGE = "stage";

    private WorkLabels() {}

    /** Labels this thread until the answer is closed. */
    public static WorkLabels of(UUID run, Stage stage) {
        MDC.put(RUN, run.toString());
        MDC.put(STAGE, stage.wireName());
        return new WorkLabels();
    }

    @Override
    public void close() {
        MDC.remove(RUN);
        MDC.remove(STAGE);
    }
}
