package pro.reelsai.lipsync;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pro.reelsai.lipsync.provider.ActorAnimator;
import pro.reelsai.lipsync.provider.AnimatedActor;
import pro.reelsai.lipsync.provider.Animation;
import pro.reelsai.lipsync.provider.Awaited;
import pro.reelsai.lipsync.provider.Scene;
import pro.reelsai.model.Actor;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.LayoutType;
import pro.reelsai.model.LipsyncProvider;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.StageOutput;
import pro.reelsai.model.StoredObject;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.stage.MediaResult;
import pro.reelsai.stage.Parked;
import pro.reelsai.stage.ParkingStage;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.ProducedFile;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.StageJob;
import pro.reelsai.stage.StageResult;
import pro.reelsai.stage.call.ProviderCall;

/** Makes the chosen actor speak the speech of the voice stage, with whoever animates that actor. */
@ApplicationScoped
public class LipsyncStage implements ParkingStage {
    private static final String NOTHING = "none";

    private final List<ActorAnimator> animators;

    public LipsyncStage(@All List<ActorAnimator> animators) {
        this.animators = List.copyOf(animators);
    }

    @Override
    public Stage stage() {
        return Stage.LIPSYNC;
    }

    @Override
    public Fingerprint fingerprint(StageRequested request) {
        StageContext context = request.context();
        Optional<Actor> actor = Optional.ofNullable(context.actor());
        return Fingerprint.of(
                Stage.LIPSYNC,
                actor.map(Actor::identifier).orElse(NOTHING),
                actor.map(Actor::video).map(Object::toString).orElse(NOTHING),
                spoken(context, Artifact.SPEECH).map(StoredObject::sha256).orElse(NOTHING),
                spoken(context, Artifact.WORDS).map(StoredObject::sha256).orElse(NOTHING),
                actor.flatMap(this::animator).map(ActorAnimator::model).orElse(NOTHING)
                        // Only where it matters: what was paid for before must still be found.
                        + (isCutOut(context) ? " cut out" : ""));
    }

    @Override
    public StageResult run(StageJob job) throws StageException, IOException, InterruptedException {
        Actor actor = actor(job.context());
        ActorAnimator animator = animator(actor).orElseThrow(() -> notConfigured(actor.provider()));
        boolean cutOut = isCutOut(job.context());
        if (cutOut && !actor.provider().cutsOut()) {
            throw new PermanentStageException(
                    FailureCode.LIPSYNC_COULD_NOT_START,
                    "This actor cannot be cut out of the picture. Please choose another layout or an illustrated presenter.");
        }
        Path video = job.directory().resolve("lipsync_video_" + actor.identifier() + ".mp4");
        Scene scene = new Scene(
                job,
                actor,
                required(job.context(), Artifact.SPEECH),
                required(job.context(), Artifact.WORDS),
                job.context()
                        .output(Stage.VOICE)
                        .map(StageOutput::durationSeconds)
                        .orElse(0.0),
                cutOut,
                job.request().own(fingerprint(job.request())),
                video);
        job.checkStillWanted();
        Animation animation = animator.animate(scene);
        return switch (animation) {
            case Awaited awaited -> new Parked(awaited.percent(), awaited.detail());
            case AnimatedActor animated ->
                new MediaResult(
                        List.of(new ProducedFile(Artifact.LIPSYNC_VIDEO, video, "video/mp4")),
                        animated.durationSeconds(),
                        name(actor.provider()),
                        animator.model(),
                        animated.costUsd());
        };
    }

    @Override
    public void withdraw(ProviderCall call) throws StageException, IOException, InterruptedException {
        for (ActorAnimator animator : animators) {
            if (name(animator.provider()).equals(call.provider())) {
                animator.withdraw(call);
            }
        }
    }

    private static String name(LipsyncProvider provider) {
        return provider.name().toLowerCase(Locale.ROOT);
    }

    private Optional<ActorAnimator> animator(Actor actor) {
        return animators.stream().filter(animator -> animator.animates(actor)).findFirst();
    }

    private static Actor actor(StageContext context) throws PermanentStageException {
        Actor actor = context.actor();
        if (actor == null) {
            throw new PermanentStageException(
                    FailureCode.LIPSYNC_COULD_NOT_START, "No actor is chosen. Please choose one and start again.");
        }
        return actor;
    }

    private static StoredObject required(StageContext context, Artifact artifact) throws PermanentStageException {
        return spoken(context, artifact)
                .orElseThrow(() -> new PermanentStageException(
                        FailureCode.LIPSYNC_COULD_NOT_START, "There is no speech yet for the actor to speak."));
    }

    private static boolean isCutOut(StageContext context) {
        return context.layout() == LayoutType.ACTOR_CUTOUT;
    }

    private static Optional<StoredObject> spoken(StageContext context, Artifact artifact) {
        return context.artifact(Stage.VOICE, artifact);
    }

    private static PermanentStageException notConfigured(LipsyncProvider provider) {
        return new PermanentStageException(
                FailureCode.LIPSYNC_COULD_NOT_START,
                "This actor is animated by " + provider
                        + ", which is not set up on this server. Set its access token (REPLICATE_API_TOKEN), "
                        + "or choose an illustrated presenter.");
    }
}
