package pro.reelsai.stage;

import java.io.IOException;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.Stage;
import pro.reelsai.model.event.StageRequested;

/** What one stage knows. A stage service has exactly one bean of this type; everything around it is done for it. */
public interface StageHandler {
    /** The stage. */
    Stage stage();

    /**
     * Names the output by its true inputs: equal fingerprints, equal outputs. What does not change the output must not be
     * in it, what changes it must, the version of the work included. Where an ad is made in several shapes, a stage whose work
     * depends on the shape is asked for each as if it were the only one.
     */
    Fingerprint fingerprint(StageRequested request);

    /**
     * Does the work, in plain blocking code on a thread of its own. Interrupted when the run is cancelled, the lease lost
     * or the time is up.
     *
     * @return what was made; files may lie anywhere in the job's directory
     * @throws StageException if the stage cannot do its work
     * @throws IOException if the disk or the bucket fails; tried again
     * @throws InterruptedException if the stage should stop
     */
    StageResult run(StageJob job) throws StageException, IOException, InterruptedException;
}
