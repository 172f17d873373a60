package pro.reelsai.lipsync.replicate;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import pro.reelsai.model.FailureCode;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;
import pro.reelsai.runtime.media.MediaException;
import pro.reelsai.runtime.media.MediaException.Reason;
import pro.reelsai.runtime.media.MediaInfo;
import pro.reelsai.runtime.media.MediaProbe;
import pro.reelsai.stage.TransientStageException;

/** Looks at what a provider has made, and leaves its sound away: the ad's sound is the speech itself. */
@ApplicationScoped
public class SilentVideo {
    /** Models drop a few frames at the end; more would leave the actor frozen. */
    private static final double SHORTER_BY = 1.0;

    private final MediaProbe probe;
    private final Ffmpeg ffmpeg;

    public SilentVideo(MediaProbe probe, Ffmpeg ffmpeg) {
        this.probe = probe;
        this.ffmpeg = ffmpeg;
    }

    /** A video that cannot be used; the message is for operators. */
    static final class UnusableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnusableException(String message) {
            super(message);
        }
    }

    /**
     * Makes a silent copy.
     *
     * @param video what the provider has made
     * @param speechSeconds how long the speech lasts that it should speak
     * @return how long it plays, in seconds
     * @throws UnusableException if it is no video, or too short
     * @throws TransientStageException if this machine cannot look at it now
     * @throws InterruptedException if the stage should stop
     */
    double copy(Path video, Path target, double speechSeconds)
            throws UnusableException, TransientStageException, InterruptedException {
        try {
            MediaInfo info = probe.probe(video);
            if (info.video().isEmpty() || info.isStill() || info.durationSeconds() + SHORTER_BY < speechSeconds) {
                throw new UnusableException("%.1f s for %.1f s of speech, picture: %s"
                        .formatted(info.durationSeconds(), speechSeconds, info.video()));
            }
            ffmpeg.run(
                    new FFmpegBuilder()
                            .addInput(video)
                            .done()
                            .addOutput(target)
                            .setVideoCodec("copy")
                            .disableAudio()
                            .addExtraArgs("-map", "0:v:0", "-map_metadata", "-1")
                            .done(),
                    FfmpegRun.of(Duration.ofMillis((long) (info.durationSeconds() * 1000))));
            return info.durationSeconds();
        } catch (MediaException e) {
            if (e.reason() == Reason.UNREADABLE) {
                throw new UnusableException(e.getMessage());
            }
            throw new TransientStageException(
                    FailureCode.LIPSYNC_FAILED, "The provider's video could not be read. Please try again later.", e);
        }
    }
}
