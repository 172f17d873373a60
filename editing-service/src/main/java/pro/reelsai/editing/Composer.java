package pro.reelsai.editing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntConsumer;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import pro.reelsai.rendering.picture.Drawing;
import pro.reelsai.rendering.timeline.Timeline;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;
import pro.reelsai.runtime.media.MediaException;

/** Puts a drawing and the finished sound into one video, in one run of FFmpeg. */
final class Composer {
    /** Half of the pictures, with a short side of 360. */
    private static final String SMALL =
            "fps=15,scale=w='if(gt(iw,ih),-2,360)':h='if(gt(iw,ih),360,-2)':flags=fast_bilinear";

    private static final String COMPOSED = "[composed]";
    private static final String PREVIEWED = "[previewed]";

    private final Ffmpeg ffmpeg;
    private final int quantizer;

    /**
     * @param quantizer how much the composite loses: MPEG-4's quantizer, 1 (least) to 31
     */
    Composer(Ffmpeg ffmpeg, int quantizer) {
        this.ffmpeg = ffmpeg;
        this.quantizer = quantizer;
    }

    /**
     * Composes.
     *
     * @param sound AAC that goes in as it is
     * @param composite where the result goes: MPEG-4 Part 2, which costs a third of x264's fastest, and the sound
     * @param preview where the same goes for people who want to look at it: small, in H.264
     * @param percent told how much is done, 0 to 100
     * @throws MediaException if FFmpeg fails
     * @throws InterruptedException if the stage should stop
     */
    void compose(Drawing drawing, Timeline timeline, Path sound, Path composite, Path preview, IntConsumer percent)
            throws MediaException, InterruptedException {
        FFmpegBuilder command = new FFmpegBuilder();
        drawing.addInputs(command);
        command.addInput(sound).done();
        String quality = String.valueOf(quantizer);
        String heard = drawing.inputs().size() + ":a:0";
        command.addOutput(preview)
                .setComplexFilter(drawing.graph() + ";" + drawing.picture() + "split" + COMPOSED + "[full];[full]"
                        + SMALL + PREVIEWED)
                .setVideoCodec("libx264")
                .setPreset("ultrafast")
                .setConstantRateFactor(28)
                .setVideoPixelFormat("yuv420p")
                .setAudioCodec("copy")
                .addExtraArgs("-map", PREVIEWED, "-map", heard, "-threads:v", "1")
                .addExtraArgs("-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact")
                .addExtraArgs("-movflags", "+faststart")
                .done();
        command.addOutput(composite)
                .setVideoCodec("mpeg4")
                .setVideoPixelFormat("yuv420p")
                .setAudioCodec("copy")
                .addExtraArgs("-map", COMPOSED, "-map", heard)
                .addExtraArgs("-q:v", quality, "-qmin", quality, "-bf", "0", "-g", "30")
                .addExtraArgs("-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709")
                .addExtraArgs("-color_range", "tv", "-map_metadata", "-1", "-fflags", "+bitexact")
                .done();
        Duration length = Duration.ofMillis(Math.round(timeline.seconds() * 1000));
        ffmpeg.run(command, FfmpegRun.of(length).onProgress(percent));
    }
}
