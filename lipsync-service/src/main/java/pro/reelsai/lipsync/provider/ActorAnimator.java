package pro.reelsai.lipsync.provider;

import java.io.IOException;
import pro.reelsai.model.LipsyncProvider;
import pro.reelsai.stage.StageException;

/**
 * Makes an actor speak: a speech and its timings in, a silent video of the actor speaking it out. One bean for every
 * {@link LipsyncProvider}.
 */
public interface ActorAnimator {
    /** The provider that this bean speaks for. */
    LipsyncProvider provider();

    /**
     * Names everything besides the speech and the actor that changes the video: model, version, parameters. It becomes part
     * of the stage's fingerprint.
     */
    String model();

    /**
     * Makes the video.
     *
     * @throws StageException if the actor cannot be animated
     * @throws IOException if the disk fails
     * @throws InterruptedException if the stage should stop
     */
    AnimatedActor animate(Performance performance) throws StageException, IOException, InterruptedException;
}
