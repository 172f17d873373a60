package pro.reelsai.rendering.picture;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import net.bramp.ffmpeg.builder.FFmpegFileInputBuilder;
import org.jboss.logging.Logger;
import pro.reelsai.rendering.timeline.Timeline;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.MediaException;

/**
 * A picture that FFmpeg draws while whoever has it encodes it: what goes in, and the filters that make one picture of that.
 *
 * @param inputs what goes in, from input 0 on
 * @param graph the filter chains; empty where the picture is an input as it is
 * @param picture the label of the drawn picture
 */
public record Drawing(List<ShotSource> inputs, String graph, String picture) {
    /** Belongs into the fingerprint of what is drawn; raise it when the same timeline gives another picture. */
    public static final String VERSION = "drawing-2";

    private static final Logger LOG = Logger.getLogger(Drawing.class);

    public Drawing {
        inputs = List.copyOf(inputs);
    }

    /**
     * Draws a timeline.
     *
     * @param sources what {@link ShotSources} has readied
     * @param actor the actor's video, one of the sources
     * @throws MediaException if the actor cannot be decoded
     * @throws InterruptedException if the stage should stop
     */
    public static Drawing of(Timeline timeline, List<ShotSource> sources, Path actor, Ffmpeg ffmpeg)
            throws MediaException, InterruptedException {
        String graph = FilterGraph.of(timeline, sources, Colours.of(actor, ffmpeg));
        LOG.debugf("Filter graph: %s", graph);
        return new Drawing(sources, graph, FilterGraph.OUTPUT);
    }

    /** Shows a video as it is. */
    public static Drawing of(Path video) {
        return new Drawing(List.of(ShotSource.of(video)), "", "[0:v:0]");
    }

    /**
     * The same picture with something laid over it.
     *
     * @param filter a filter with its options
     */
    public Drawing with(String filter) {
        String label = "[filtered]";
        return new Drawing(inputs, (graph.isEmpty() ? "" : graph + ";") + picture + filter + label, label);
    }

    /** Adds all that goes in to a command that has no inputs yet. */
    public void addInputs(FFmpegBuilder command) {
        for (ShotSource source : inputs) {
            FFmpegFileInputBuilder input = command.addInput(source.file());
            if (source.from() > 0) {
                input.setStartOffset(Math.round(source.from() * 1_000_000), TimeUnit.MICROSECONDS);
            }
            input.done();
        }
    }
}
