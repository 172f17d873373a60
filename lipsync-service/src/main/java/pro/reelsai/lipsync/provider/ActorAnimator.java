package pro.reelsai.lipsync.provider;

import java.io.IOException;
import pro.reelsai.model.Actor;
import pro.reelsai.model.LipsyncProvider;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.call.ProviderCall;

/**
 * Makes an actor speak: a speech and its timings in, a silent video of the actor speaking it out.
 */
public interface ActorAnimator {
    /** The provider that this bean speaks for. */
    LipsyncProvider provider();

    /** Whether it is this one that animates an actor. */
    default boolean animates(Actor actor) {
        return actor.provider() == provider();
    }

    /**
     * Names everything besides the speech and the actor that changes the video: model, version, parameters. It becomes part
     * of the stage's fingerprint.
     */
    String model();

    /**
     * Makes the video, or has it made and answers {@link Awaited}. May be asked for the same scene again at any time, after
     * a crash for instance, and pays for it once.
     *
     * @throws StageException if the actor cannot be animated
     * @throws IOException if the disk fails
     * @throws InterruptedException if the stage should stop
     */
    Animation animate(Scene scene) throws StageException, IOException, InterruptedException;

    /**
     * Stops an awaited video that nobody wants any more; a provider that answers at once has none.
     *
     * @throws StageException if the provider cannot be told now
     * @throws IOException if the provider cannot be reached
     * @throws InterruptedException if the stage should stop
     */
    default void withdraw(ProviderCall call) throws StageException, IOException, InterruptedException {
        throw new IllegalStateException(provider() + " was never asked for anything");
    }
}
