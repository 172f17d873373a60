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
     * @param percent told how much is done, 0 to 100
     * @throws MediaException if FFmpeg fails
     * @throws InterruptedException if the stage should stop
     */
    void compose(Drawing drawing, Timeline timeline, Path sound, Path composite, IntConsumer percent)
            throws MediaException, InterruptedException {
        FFmpegBuilder command = new FFmpegBuilder();
        drawing.addInputs(command);
        command.addInput(sound).done();
        String quality = String.valueOf(quantizer);
        command.addOutput(composite)
                .setComplexFilter(drawing.graph())
                .setVideoCodec("mpeg4")
                .setVideoPixelFormat("yuv420p")
                .setAudioCodec("copy")
                .addExtraArgs(
                        "-map", drawing.picture(), "-map", drawing.inputs().size() + ":a:0")
                .addExtraArgs("-q:v", quality, "-qmin", quality, "-bf", "0", "-g", "30")
                .addExtraArgs("-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709")
                .addExtraArgs("-color_range", "tv", "-map_metadata", "-1", "-fflags", "+bitexact")
                .done();
        Duration length = Duration.ofMillis(Math.round(timeline.seconds() * 1000));
        ffmpeg.run(command, FfmpegRun.of(length).onProgress(percent));
    }
}
