package pro.reelsai.lipsync.replicate;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import org.jboss.logging.Logger;
import pro.reelsai.lipsync.LipsyncConfig.Lengthening;
import pro.reelsai.lipsync.film.SourcePlan;
import pro.reelsai.lipsync.provider.Scene;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;
import pro.reelsai.runtime.media.MediaException;
import pro.reelsai.runtime.media.MediaInfo;
import pro.reelsai.runtime.media.MediaProbe;
import pro.reelsai.runtime.storage.ObjectStorage;
import pro.reelsai.stage.MediaFailures;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.StageException;

/**
 * The actor's video as the chosen model needs it. Some models end with the shorter of video and speech, so for them a
 * video that is too short is lengthened here first. The longer one lies beside the speech under the name of what is made
 * of it, so that it is made once, however often the job is asked for, and goes when the run's other working files go.
 */
@ApplicationScoped
public class ActorFilm {
    private static final Logger LOG = Logger.getLogger(ActorFilm.class);
    private static final String LENGTHENED = "input_video.mp4";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration TRANSFER = Duration.ofMinutes(5);
    private static final MediaFailures FAILURES = new MediaFailures(
            FailureCode.LIPSYNC_COULD_NOT_START,
            "This actor's video cannot be read. Please choose another actor.",
            "Preparing the actor's video took too long. Please try again later.",
            "The actor's video could not be prepared.");

    private final ObjectStorage storage;
    private final MediaProbe probe;
    private final Ffmpeg ffmpeg;

    public ActorFilm(ObjectStorage storage, MediaProbe probe, Ffmpeg ffmpeg) {
        this.storage = storage;
        this.probe = probe;
        this.ffmpeg = ffmpeg;
    }

    /**
     * A URL of the actor's video, which a model that does not lengthen it may read to the end of the speech.
     *
     * @param original where the actor's video lies
     * @param validity how long the URL holds
     * @throws StageException if the video cannot be read, or not be lengthened now
     * @throws IOException if the disk fails
     * @throws InterruptedException if the stage should stop
     */
    URI url(Scene scene, ReplicateModel model, ObjectKey original, Duration validity)
            throws StageException, IOException, InterruptedException {
        return sign(model.lengthening() == Lengthening.NONE ? original : longEnough(scene, model, original), validity);
    }

    private ObjectKey longEnough(Scene scene, ReplicateModel model, ObjectKey original)
            throws StageException, IOException, InterruptedException {
        ObjectKey key = scene.job().request().workKey(scene.fingerprint(), LENGTHENED);
        if (storage.info(key).await().atMost(PATIENCE).isPresent()) {
            return key;
        }
        Path film = scene.job().fetch(original);
        try {
            MediaInfo info = probe.probe(film);
            SourcePlan plan = SourcePlan.of(model.lengthening(), info, scene.seconds());
            if (plan.way() == Lengthening.NONE) {
                return original;
            }
            LOG.infof(
                    "REELS-0306 run %s: %s of %.1f s for %.1f s",
                    scene.job().request().runId(), plan.way(), info.durationSeconds(), plan.seconds());
            Path longer = lengthen(film, info, plan, scene.job().directory());
            storage.upload(key, longer, "video/mp4").await().atMost(TRANSFER);
            return key;
        } catch (MediaException e) {
            throw FAILURES.explain(e);
        } catch (IllegalArgumentException e) {
            throw new PermanentStageException(FAILURES.code(), FAILURES.unreadable(), e);
        }
    }

    /** Drawn once and repeated without being drawn again: without frames that refer to later ones, copies join cleanly. */
    private Path lengthen(Path film, MediaInfo info, SourcePlan plan, Path directory)
            throws MediaException, InterruptedException {
        Path cycle = directory.resolve("actor_cycle.mp4");
        String rate = String.format(
                Locale.ROOT, "%.3f", SourcePlan.framesPerSecond(info.video().orElseThrow()));
        ffmpeg.run(
                new FFmpegBuilder()
                        .addInput(film)
                        .done()
                        .setComplexFilter(plan.filter("fps=" + rate))
                        .addOutput(cycle)
                        .addExtraArgs("-map", "[film]", "-map_metadata", "-1", "-bf", "0", "-pix_fmt", "yuv420p")
                        .setVideoCodec("libx264")
                        .setPreset("veryfast")
                        .setConstantRateFactor(16)
                        .done(),
                FfmpegRun.of(millis(2 * info.durationSeconds())));
        Path longer = directory.resolve(LENGTHENED);
        ffmpeg.run(
                new FFmpegBuilder()
                        .addInput(cycle)
                        .addExtraArgs("-stream_loop", Integer.toString(plan.cycles() - 1))
                        .done()
                        .addOutput(longer)
                        .setVideoCodec("copy")
                        .setDuration(millis(plan.seconds()).toMillis(), TimeUnit.MILLISECONDS)
                        .addExtraArgs("-movflags", "+faststart")
                        .done(),
                FfmpegRun.of(millis(plan.seconds())));
        return longer;
    }

    private URI sign(ObjectKey key, Duration validity) {
        return storage.sign(key, validity).await().atMost(PATIENCE);
    }

    private static Duration millis(double seconds) {
        return Duration.ofMillis((long) (seconds * 1000));
    }
}
