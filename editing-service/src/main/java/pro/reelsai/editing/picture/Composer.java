package pro.reelsai.editing.picture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import net.bramp.ffmpeg.builder.FFmpegFileInputBuilder;
import org.jboss.logging.Logger;
import pro.reelsai.editing.timeline.Timeline;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;
import pro.reelsai.runtime.media.MediaException;

/** Composes the readied shots of a timeline and the finished sound into one video, in one run of FFmpeg. */
public final class Composer {
    private static final Logger LOG = Logger.getLogger(Composer.class);

    private final Ffmpeg ffmpeg;
    private final int quantizer;

    /**
     * @param quantizer how much the composite loses: MPEG-4's quantizer, 1 (least) to 31
     */
    public Composer(Ffmpeg ffmpeg, int quantizer) {
        this.ffmpeg = ffmpeg;
        this.quantizer = quantizer;
    }

    /**
     * Composes.
     *
     * @param sources what {@link ShotSources} made
     * @param actor the actor's video, one of the sources
     * @param sound AAC that goes in as it is
     * @param composite where the result goes: MPEG-4 Part 2, which costs a third of x264's fastest, and the sound
     * @param percent told how much is done, 0 to 100
     * @throws MediaException if FFmpeg fails
     * @throws InterruptedException if the stage should stop
     */
    public void compose(
            Timeline timeline, List<ShotSource> sources, Path actor, Path sound, Path composite, IntConsumer percent)
            throws MediaException, InterruptedException {
        String graph = FilterGraph.of(timeline, Colours.of(actor, ffmpeg));
        LOG.debugf("Filter graph: %s", graph);
        FFmpegBuilder command = new FFmpegBuilder();
        sources.forEach(source -> add(source, command));
        command.addInput(sound).done();
        String quality = String.valueOf(quantizer);
        command.addOutput(composite)
                .setComplexFilter(graph)
                .setVideoCodec("mpeg4")
                .setVideoPixelFormat("yuv420p")
                .setAudioCodec("copy")
                .setFrames(timeline.frames())
                .addExtraArgs("-map", FilterGraph.OUTPUT, "-map", sources.size() + ":a:0")
                .addExtraArgs("-q:v", quality, "-qmin", quality, "-bf", "0", "-g", "30")
                .addExtraArgs("-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709")
                .addExtraArgs("-color_range", "tv", "-map_metadata", "-1", "-fflags", "+bitexact")
                .done();
        Duration length = Duration.ofMillis(Math.round(timeline.seconds() * 1000));
        ffmpeg.run(command, FfmpegRun.of(length).onProgress(percent));
    }

    private static void add(ShotSource source, FFmpegBuilder command) {
        FFmpegFileInputBuilder input = command.addInput(source.file());
        if (source.from() > 0) {
            input.setStartOffset(Math.round(source.from() * 1_000_000), TimeUnit.MICROSECONDS);
        }
        input.done();
    }
}
