package pro.reelsai.lipsync.replicate;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pro.reelsai.lipsync.LipsyncConfig;
import pro.reelsai.lipsync.provider.AnimatedActor;
import pro.reelsai.lipsync.provider.Animation;
import pro.reelsai.lipsync.provider.Awaited;
import pro.reelsai.lipsync.provider.Scene;
import pro.reelsai.model.FailureCode;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.call.CallOutcome;
import pro.reelsai.stage.call.Charge;
import pro.reelsai.stage.call.ProviderCall;
import pro.reelsai.stage.call.ProviderCalls;

/** Makes something of a job's state: fetches what has been made, or says why nothing has. */
@ApplicationScoped
public class Results {
    private static final Logger LOG = Logger.getLogger(Results.class);
    private static final int LONGEST_COMPLAINT = 160;

    private final OutputFetch outputs;
    private final SilentVideo videos;
    private final ProviderCalls calls;
    private final LipsyncConfig.Replicate config;

    public Results(OutputFetch outputs, SilentVideo videos, ProviderCalls calls, LipsyncConfig config) {
        this.outputs = outputs;
        this.videos = videos;
        this.calls = calls;
        this.config = config.replicate();
    }

    /** The provider's output is gone before it was fetched. */
    static final class OutputGoneException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Takes what a job has come to.
     *
     * @throws OutputGoneException if it has made a video that is not there any more
     * @throws StageException if it has made none, or it cannot be fetched now
     */
    Animation take(Prediction job, ProviderCall call, ReplicateModel model, Scene scene)
            throws OutputGoneException, StageException, IOException, InterruptedException {
        return switch (job.status()) {
            case "succeeded" -> fetch(job, call, model, scene);
            case "failed" -> {
                LOG.warnf("REELS-0311 job %s failed: %s", job.id(), job.complaint());
                throw fail(call, CallOutcome.FAILED, null, FailureCode.LIPSYNC_FAILED, apology(job));
            }
            case "canceled" ->
                throw fail(
                        call,
                        CallOutcome.CANCELLED,
                        null,
                        FailureCode.LIPSYNC_CANCELLED,
                        "The lip-sync provider cancelled the job. Please start again.");
            case "aborted" ->
                throw fail(
                        call,
                        CallOutcome.FAILED,
                        null,
                        FailureCode.LIPSYNC_COULD_NOT_START,
                        "The lip-sync provider was too busy to begin. Please try again later.");
            case "starting" -> new Awaited(5, "Waiting for the lip-sync provider");
            default -> new Awaited(10, "The lip-sync provider animates the actor");
        };
    }

    private Animation fetch(Prediction job, ProviderCall call, ReplicateModel model, Scene scene)
            throws OutputGoneException, StageException, IOException, InterruptedException {
        if (job.dataRemoved()) {
            throw new OutputGoneException();
        }
        Optional<URI> uri = OutputUris.find(job.output(), config);
        if (uri.isEmpty()) {
            LOG.warnf("REELS-0312 job %s has no output to fetch", job.id());
            throw useless(call, model, scene);
        }
        Path fetched = scene.job().directory().resolve("replicate_output");
        if (!outputs.fetch(uri.get(), fetched)) {
            throw new OutputGoneException();
        }
        try {
            double seconds = videos.copy(fetched, scene.video(), scene.seconds());
            return delivered(call, model.charge(seconds), seconds, scene);
        } catch (SilentVideo.UnusableException e) {
            LOG.warnf("REELS-0313 job %s has made a file that cannot be used: %s", job.id(), e.getMessage());
            throw useless(call, model, scene);
        } finally {
            Files.deleteIfExists(fetched);
        }
    }

    /** What an earlier run has paid for is not charged to this one. */
    private AnimatedActor delivered(ProviderCall call, Charge charge, double seconds, Scene scene) {
        if (!call.isOf(scene.job().request())) {
            return new AnimatedActor(seconds, BigDecimal.ZERO);
        }
        calls.succeeded(call, charge);
        return new AnimatedActor(seconds, charge.priceUsd());
    }

    private PermanentStageException useless(ProviderCall call, ReplicateModel model, Scene scene) {
        return fail(
                call,
                CallOutcome.FAILED,
                model.charge(scene.seconds()),
                FailureCode.LIPSYNC_FAILED,
                "The lip-sync provider delivered no usable video. Please start again, or choose another actor.");
    }

    /**
     * Notes that a paid video is gone.
     *
     * @return why, for the user
     */
    PermanentStageException lost(ProviderCall call, ReplicateModel model, Scene scene) {
        return fail(
                call,
                CallOutcome.LOST,
                model.charge(scene.seconds()),
                FailureCode.LIPSYNC_FAILED,
                "The lip-sync provider deleted the video before it could be fetched. Please start again.");
    }

    private PermanentStageException fail(
            ProviderCall call, CallOutcome outcome, @Nullable Charge charge, FailureCode code, String message) {
        calls.failed(call, outcome, charge, code, message);
        return new PermanentStageException(code, message);
    }

    /** A model's own words help: most say that they see no face. Addresses in them are nobody's business. */
    private static String apology(Prediction job) {
        String complaint = job.complaint()
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\S*(://|/)\\S*", "…")
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        String words = complaint.substring(0, Math.min(complaint.length(), LONGEST_COMPLAINT));
        return "The lip-sync provider could not animate the actor" + (words.isEmpty() ? "." : ": " + words);
    }
}
