package pro.reelsai.lipsync.recorded;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import pro.reelsai.lipsync.provider.ActorAnimator;
import pro.reelsai.lipsync.provider.AnimatedActor;
import pro.reelsai.lipsync.provider.Scene;
import pro.reelsai.model.LipsyncProvider;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.recorded.Recording;

/** Delivers the recording for any speech, in the place of whoever draws the presenters; fetches what that would. */
@ApplicationScoped
public class RecordedAnimator implements ActorAnimator {
    @Override
    public LipsyncProvider provider() {
        return LipsyncProvider.LOCAL;
    }

    @Override
    public String model() {
        return "recorded";
    }

    @Override
    public AnimatedActor animate(Scene scene) throws StageException, IOException, InterruptedException {
        scene.job().fetch(scene.speech());
        scene.job().fetch(scene.words());
        Recording.deliver(scene.video());
        return new AnimatedActor(scene.seconds(), BigDecimal.ZERO);
    }
}
