package pro.reelsai.lipsync.replicate;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import pro.reelsai.lipsync.LipsyncConfig;
import pro.reelsai.lipsync.provider.Scene;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.TransientStageException;
import pro.reelsai.stage.call.CallOutcome;
import pro.reelsai.stage.call.ProviderCall;
import pro.reelsai.stage.call.ProviderCalls;
import pro.reelsai.stage.provider.ProviderException;
import pro.reelsai.stage.provider.ProviderGuard;
import pro.reelsai.stage.provider.ProviderGuards;

/**
 * Starts jobs at Replicate, each once. Replicate has no idempotency key, so a request that was not answered is followed by
 * a look at the list of jobs, after long enough for the job to be in it; only then it is asked for again.
 */
@ApplicationScoped
public class Jobs {
    private static final Logger LOG = Logger.getLogger(Jobs.class);
    private static final String WEBHOOK = "/webhook/replicate";
    /** By how much Replicate's clock and the database's may differ. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final ReplicateClient client;
    private final ProviderCalls calls;
    private final ActorFilm films;
    private final InputFiles inputs;
    private final ProviderGuard guard;
    private final LipsyncConfig.Replicate config;
    private final Clock clock = Clock.systemUTC();

    public Jobs(
            ReplicateClient client,
            ProviderCalls calls,
            ActorFilm films,
            InputFiles inputs,
            ProviderGuards guards,
            LipsyncConfig config) {
        this.client = client;
        this.calls = calls;
        this.films = films;
        this.inputs = inputs;
        this.guard = guards.of(ReplicateAnimator.PROVIDER);
        this.config = config.replicate();
    }

    /**
     * Brings a call that has no job yet closer to one.
     *
     * @param video where the actor's video lies in the bucket
     * @return the job; empty if there is none yet, and the call is to be looked at again
     * @throws StageException if there will be no job
     * @throws IOException if the disk fails
     * @throws InterruptedException if the stage should stop
     */
    Optional<Prediction> start(ProviderCall call, ReplicateModel model, Scene scene, ObjectKey video)
            throws StageException, IOException, InterruptedException {
        if (call.outcome() == CallOutcome.STARTED) {
            Duration left = config.settling().minus(call.sinceStart());
            if (left.isPositive()) {
                calls.lookAgain(call, left.plus(A_MOMENT));
                return Optional.empty();
            }
            Optional<Prediction> lost = find(call);
            if (lost.isPresent()) {
                LOG.infof("REELS-0301 call %s has a job that was not answered for", call.id());
                calls.submitted(call, lost.get().id());
                return lost;
            }
        }
        if (call.tries() >= config.tries()) {
            throw refuse(call, "The lip-sync provider does not answer. Please try again later.");
        }
        return create(call, model, scene, video);
    }

    /**
     * Looks for the job of a call whose creation was not answered.
     *
     * @throws TransientStageException if Replicate cannot be read now
     */
    Optional<Prediction> find(ProviderCall call) throws TransientStageException {
        return client.find(
                call.createdAt().minus(CLOCKS_DIFFER),
                job -> InputFiles.isFor(job, call.request(), call.fingerprint()) && !calls.isOfAnother(call, job.id()));
    }

    private Optional<Prediction> create(ProviderCall call, ReplicateModel model, Scene scene, ObjectKey video)
            throws StageException, IOException, InterruptedException {
        Duration lifetime = lifetime(scene);
        Duration validity = lifetime.plus(config.inputGrace());
        Map<String, Object> input = model.input(
                films.url(scene, model, video, validity).toString(),
                inputs.speech(scene, validity).toString());
        if (!isOurTurn(call)) {
            return Optional.empty();
        }
        scene.job().checkStillWanted();
        if (!calls.start(call, model.charge(scene.seconds()).priceUsd())) {
            LOG.infof("REELS-0302 call %s is started by somebody else", call.id());
            return Optional.empty();
        }
        return switch (client.create(model, input, webhook(), lifetime)) {
            case Answer.Created(Prediction job) -> {
                calls.submitted(call, job.id());
                yield Optional.of(job);
            }
            case Answer.Throttled(Duration reset) -> {
                LOG.infof("REELS-0303 call %s is throttled for %s", call.id(), reset);
                calls.notStarted(call);
                calls.lookAgain(call, reset);
                yield Optional.empty();
            }
            case Answer.None(String reason) -> {
                LOG.warnf("REELS-0304 call %s was not answered (%s) and is looked for later", call.id(), reason);
                calls.lookAgain(call, config.settling().plus(A_MOMENT));
                yield Optional.empty();
            }
            case Answer.Refused(int status, String detail) -> {
                LOG.errorf("REELS-0305 call %s was refused with %d: %s", call.id(), status, detail);
                throw refuse(call, explain(status));
            }
        };
    }

    /** Waits for it, but not for long: a wait is the watch's, which comes back when it is over. */
    private boolean isOurTurn(ProviderCall call) throws InterruptedException {
        try {
            guard.awaitTurn();
            return true;
        } catch (ProviderException e) {
            LOG.infof("REELS-0307 call %s waits: %s", call.id(), e.getMessage());
            calls.lookAgain(call, e.retryAfter().orElse(A_MOMENT));
            return false;
        }
    }

    private PermanentStageException refuse(ProviderCall call, String message) {
        calls.failed(call, CallOutcome.FAILED, null, FailureCode.LIPSYNC_COULD_NOT_START, message);
        return new PermanentStageException(FailureCode.LIPSYNC_COULD_NOT_START, message);
    }

    private static String explain(int status) {
        return switch (status) {
            case 401, 403 ->
                "The lip-sync provider does not accept the token in REPLICATE_API_TOKEN. Set a valid one in the"
                        + " environment of the lip-sync service (.env) and start it again.";
            case 402 -> "This server's account at the lip-sync provider has no credit left. Please tell its operator.";
            default ->
                "The lip-sync provider did not accept the job. Please choose another actor, or tell the operator of"
                        + " this server.";
        };
    }

    /** No longer than the run's user waits. */
    private Duration lifetime(Scene scene) {
        Duration left = Duration.between(clock.instant(), scene.job().request().deadline());
        return left.compareTo(config.cancelAfter()) < 0 ? left : config.cancelAfter();
    }

    private Optional<URI> webhook() {
        return config.gateway()
                .filter(gateway -> "https".equals(gateway.getScheme()) || Loopback.allows(gateway, config))
                .map(gateway -> URI.create(gateway.toString().replaceAll("/+$", "") + WEBHOOK));
    }
}
