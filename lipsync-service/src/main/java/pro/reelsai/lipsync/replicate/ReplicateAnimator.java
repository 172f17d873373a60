package pro.reelsai.lipsync.replicate;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pro.reelsai.lipsync.LipsyncConfig;
import pro.reelsai.lipsync.provider.ActorAnimator;
import pro.reelsai.lipsync.provider.Animation;
import pro.reelsai.lipsync.provider.Awaited;
import pro.reelsai.lipsync.provider.Scene;
import pro.reelsai.lipsync.replicate.Results.OutputGoneException;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.LipsyncProvider;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageOutput;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.TransientStageException;
import pro.reelsai.stage.call.ProviderCall;
import pro.reelsai.stage.call.ProviderCalls;

/**
 * Has filmed actors animated by a model on Replicate. What to do next follows from the row of the call alone, so it does not
 * matter how often, where, or by what the scene is asked for again: a redelivery, a callback, the clock.
 */
@ApplicationScoped
public class ReplicateAnimator implements ActorAnimator {
    /** The name in the book of calls and in the configuration. */
    static final String PROVIDER = "replicate";

    private final LipsyncConfig.Replicate config;
    private final ReplicateClient client;
    private final ProviderCalls calls;
    private final Jobs jobs;
    private final Results results;

    public ReplicateAnimator(
            LipsyncConfig config, ReplicateClient client, ProviderCalls calls, Jobs jobs, Results results) {
        this.config = config.replicate();
        this.client = client;
        this.calls = calls;
        this.jobs = jobs;
        this.results = results;
    }

    @Override
    public LipsyncProvider provider() {
        return LipsyncProvider.REPLICATE;
    }

    @Override
    public String model() {
        return ReplicateModel.chosen(config).label();
    }

    @Override
    public Animation animate(Scene scene) throws StageException, IOException, InterruptedException {
        ObjectKey video = checkedVideo(scene);
        ReplicateModel model = ReplicateModel.chosen(config);
        ProviderCall call = calls.take(scene.job().request(), scene.fingerprint(), PROVIDER, model.label());
        try {
            return advance(call, model, scene, video);
        } catch (OutputGoneException e) {
            PermanentStageException lost = results.lost(call, model, scene);
            if (call.isOf(scene.job().request())) {
                throw lost;
            }
            // An earlier run's, whose file is long gone here and there: this run pays for its own.
            return animate(scene);
        } catch (TransientStageException e) {
            if (!call.isOf(scene.job().request())) {
                throw e;
            }
            calls.lookAgain(call, config.pause());
            return awaited();
        }
    }

    @Override
    public void withdraw(ProviderCall call) throws StageException, IOException, InterruptedException {
        Optional<String> id = call.externalId();
        if (id.isEmpty() && call.tries() > 0) {
            if (call.sinceStart().compareTo(config.settling()) < 0) {
                calls.lookAgain(call, config.settling().minus(call.sinceStart()));
                return;
            }
            id = jobs.find(call).map(Prediction::id);
            id.ifPresent(found -> calls.submitted(call, found));
        }
        Optional<Prediction> job = id.isEmpty() ? Optional.empty() : client.cancel(id.get());
        @Nullable String status = job.map(Prediction::status).orElse(null);
        if ("succeeded".equals(status)) {
            // Too late: it is paid for. Whoever wants the same video within the hour shall have it.
            double seconds = call.request()
                    .context()
                    .output(Stage.VOICE)
                    .map(StageOutput::durationSeconds)
                    .orElse(0.0);
            calls.succeeded(call, ReplicateModel.chosen(config).charge(seconds));
        } else if ("starting".equals(status) || "processing".equals(status)) {
            calls.lookAgain(call, config.pause());
        } else {
            calls.withdrawn(call);
        }
    }

    private Animation advance(ProviderCall call, ReplicateModel model, Scene scene, ObjectKey video)
            throws StageException, OutputGoneException, IOException, InterruptedException {
        return switch (call.outcome()) {
            case PREPARED, STARTED -> {
                Optional<Prediction> job = jobs.start(call, model, scene, video);
                yield job.isPresent() ? results.take(job.get(), call, model, scene) : awaited();
            }
            case SUBMITTED, SUCCEEDED ->
                results.take(
                        client.get(call.externalId().orElseThrow()).orElseThrow(OutputGoneException::new),
                        call,
                        model,
                        scene);
            case FAILED, CANCELLING, CANCELLED, LOST -> throw again(call);
        };
    }

    /** This attempt has failed before, and was stopped before it could say so. */
    private static PermanentStageException again(ProviderCall call) {
        FailureCode code = call.failureCode();
        String message = call.error();
        return new PermanentStageException(
                code == null ? FailureCode.LIPSYNC_FAILED : code,
                message == null ? "The lip-sync job was stopped. Please start again." : message);
    }

    private ObjectKey checkedVideo(Scene scene) throws PermanentStageException {
        if (config.apiToken().isEmpty()) {
            throw new PermanentStageException(
                    FailureCode.LIPSYNC_COULD_NOT_START,
                    "This actor is animated by Replicate, which is not set up on this server. Set its access token"
                            + " (REPLICATE_API_TOKEN), or choose an illustrated presenter.");
        }
        ObjectKey video = scene.actor().video();
        if (video == null) {
            throw new PermanentStageException(
                    FailureCode.LIPSYNC_COULD_NOT_START,
                    "This actor has no video to animate. Please choose another one.");
        }
        return video;
    }

    private static Awaited awaited() {
        return new Awaited(5, "Waiting for the lip-sync provider");
    }
}
