package pro.reelsai.stage.call;

import java.io.IOException;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.StageJob;
import pro.reelsai.stage.provider.ProviderException;
import pro.reelsai.stage.provider.ProviderFailure;

/** Makes paid calls whose answer comes at once, each of them once. */
public interface PaidCalls {
    /** Asks the provider. */
    @FunctionalInterface
    interface Ask {
        /**
         * Asks.
         *
         * @throws ProviderException if there is no answer
         * @throws InterruptedException if the stage should stop
         */
        PaidAnswer ask() throws InterruptedException;
    }

    /**
     * The answer to a call: the one that was paid before, or a new one, which is kept before it is used.
     *
     * @param failure what the stage says where there is no answer
     * @return the answer, with a charge of 0 if it was paid before
     * @throws StageException if there is no answer, or the work is not wanted any more
     * @throws IOException if the disk or the bucket fails
     * @throws InterruptedException if the stage should stop
     */
    PaidAnswer once(StageJob job, PaidCall call, ProviderFailure failure, Ask ask)
            throws StageException, IOException, InterruptedException;
}
