package pro.reelsai.stage;

import java.io.IOException;
import java.nio.file.Path;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.StoredObject;
import pro.reelsai.model.event.StageRequested;

/** One piece of work, and what a handler may ask for while it does it. */
public interface StageJob {
    /** The request. */
    StageRequested request();

    /** The inputs and the outputs so far. */
    default StageContext context() {
        return request().context();
    }

    /** The job's own directory; it is deleted when the job ends, whatever happens. */
    Path directory();

    /**
     * Brings an object of the bucket into the job's directory.
     *
     * @return the local file, under a name of ours
     * @throws StageException if the object is not there
     * @throws IOException if the disk or the bucket fails
     * @throws InterruptedException if the stage should stop
     */
    Path fetch(ObjectKey key) throws StageException, IOException, InterruptedException;

    /**
     * Brings the output of an earlier stage into the job's directory.
     *
     * @throws StageException if the object is not there
     * @throws IOException if the disk or the bucket fails
     * @throws InterruptedException if the stage should stop
     */
    default Path fetch(StoredObject object) throws StageException, IOException, InterruptedException {
        return fetch(object.key());
    }

    /**
     * Tells the user how far the stage is.
     *
     * @param percent 0 to 100; only ever rises
     * @param detail what is being done, in a few words
     */
    void progress(int percent, String detail);

    /**
     * Makes sure that the work is still wanted and still ours: called before every paid call and between long steps.
     *
     * @throws StageException never for a fault of the handler; it must let it pass
     */
    void checkStillWanted() throws StageException;
}
