package pro.reelsai.caption;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntConsumer;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.rendering.picture.Drawing;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;
import pro.reelsai.runtime.media.MediaException;

/** Burns captions into a picture and encodes it for delivery: H.264 High, yuv420p, faststart; the sound is copied. */
final class CaptionBurner {
    private static final int KEY_FRAME_SECONDS = 2;

    /** H.264 messages that hold nothing but the encoder's settings. */
    private static final String WITHOUT_SEI = "filter_units=remove_types=6";

    private final Ffmpeg ffmpeg;
    private final CaptionConfig config;

    CaptionBurner(Ffmpeg ffmpeg, CaptionConfig config) {
        this.ffmpeg = ffmpeg;
        this.config = config;
    }

    /**
     * Burns in.
     *
     * @param captions the ASS file
     * @param fonts a folder with the captions' fonts and nothing else
     * @param fingerprint names the ad by all that it is made of; the file's only metadata
     * @throws MediaException if FFmpeg fails
     * @throws InterruptedException if the stage should stop
     */
    void burn(
            Underlay underlay,
            Path captions,
            Path fonts,
            Path video,
            Fingerprint fingerprint,
            int framesPerSecond,
            IntConsumer told)
            throws MediaException, InterruptedException {
        String rate = String.valueOf(framesPerSecond * KEY_FRAME_SECONDS);
        Drawing captioned =
                underlay.drawing().with("ass=filename=%s:fontsdir=%s".formatted(quoted(captions), quoted(fonts)));
        FFmpegBuilder command = new FFmpegBuilder();
        captioned.addInputs(command);
        command.addInput(underlay.sound()).done();
        command.addOutput(video)
                .setComplexFilter(captioned.graph())
                .setVideoCodec("libx264")
                .setVideoPixelFormat("yuv420p")
                .setAudioCodec("copy")
                .setConstantRateFactor(config.quality())
                .setVideoMovFlags("+faststart")
                .addExtraArgs(
                        "-map", captioned.picture(), "-map", captioned.inputs().size() + ":a:0")
                .addExtraArgs("-preset", config.preset(), "-profile:v", "high", "-g", rate, "-bsf:v", WITHOUT_SEI)
                .addExtraArgs("-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709")
                .addExtraArgs("-color_range", "tv", "-map_metadata", "-1", "-map_chapters", "-1")
                .addExtraArgs("-metadata", "comment=" + fingerprint.value())
                .addExtraArgs("-fflags", "+bitexact", "-flags:v", "+bitexact")
                .done();
        ffmpeg.run(
                command,
                FfmpegRun.of(Duration.ofMillis(Math.round(underlay.seconds() * 1000)))
                        .onProgress(told));
    }

    /**
     * A path as a filter's option value: escaped once for the option, once for the graph.
     *
     * <p>Source: <a href="https://ffmpeg.org/ffmpeg-filters.html#Notes-on-filtergraph-escaping">Notes on filtergraph
     * escaping</a>.
     */
    static String quoted(Path path) {
        String option = path.toAbsolutePath().toString().replaceAll("([\\\\':])", "\\\\$1");
        return option.replaceAll("([\\\\'\\[\\],;])", "\\\\$1");
    }
}
