package pro.reelsai.rendering.picture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import net.bramp.ffmpeg.builder.FFmpegBuilder.Verbosity;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;
import pro.reelsai.runtime.media.MediaException;

/**
 * How the numbers of a moving picture stand for colours, in FFmpeg's names.
 *
 * @param matrix how red, green and blue became luma and chroma, such as {@code bt709}; {@code unknown} if untagged
 * @param transfer how light became numbers, such as {@code bt709}, {@code arib-std-b67} (HLG) or {@code smpte2084} (PQ)
 */
record Colours(String matrix, String transfer) {
    /** Tags of standard high definition, on everything that we make. */
    static final String TAGS = "setparams=colorspace=bt709:color_primaries=bt709:color_trc=bt709:range=tv";

    /** The scale filter's options that convert to {@link #TAGS}. */
    static final String CONVERT = "out_color_matrix=bt709:out_range=tv";

    private static final String UNKNOWN = "unknown";
    private static final int SMALLEST_HD_SIDE = 720;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Pattern SHOWN = Pattern.compile("color_space:(\\S+) color_primaries:\\S+ color_trc:(\\S+)");

    /**
     * Looks at the first picture of a file.
     *
     * @throws MediaException if it cannot be decoded
     * @throws InterruptedException if the stage should stop
     */
    static Colours of(Path file, Ffmpeg ffmpeg) throws MediaException, InterruptedException {
        FFmpegBuilder command = new FFmpegBuilder()
                .setVerbosity(Verbosity.INFO)
                .addInput(file)
                .done()
                .addOutput("-")
                .setFormat("null")
                .setFrames(1)
                .addExtraArgs("-map", "0:v:0", "-vf", "showinfo")
                .done();
        Matcher shown = SHOWN.matcher(ffmpeg.measure(command, FfmpegRun.of(LOOK)));
        Colours colours = new Colours(UNKNOWN, UNKNOWN);
        while (shown.find()) {
            colours = new Colours(shown.group(1), shown.group(2));
        }
        return colours;
    }

    /** Whether the picture is brighter than a usual screen can show. */
    boolean isHighDynamicRange() {
        return transfer.equals("arib-std-b67") || transfer.equals("smpte2084");
    }

    /**
     * A filter that says what an untagged picture most likely means, ending in a comma; nothing for a tagged one. FFmpeg
     * would take every untagged picture for standard definition, which tints untagged HD.
     *
     * @param width the picture's width in pixels
     * @param height the picture's height in pixels
     */
    String assume(int width, int height) {
        if (!matrix.equals(UNKNOWN) && !matrix.equals("reserved")) {
            return "";
        }
        boolean highDefinition = Math.min(width, height) >= SMALLEST_HD_SIDE;
        return "setparams=colorspace=" + (highDefinition ? "bt709" : "smpte170m") + ",";
    }

    /**
     * Filters that bring a high dynamic range down to what every screen shows, with a leading comma; nothing for a usual
     * picture.
     */
    String toneMapped() {
        return isHighDynamicRange()
                ? ",zscale=transfer=linear:npl=203,format=gbrpf32le,zscale=primaries=bt709,"
                        + "tonemap=tonemap=mobius:desat=0,zscale=transfer=bt709:matrix=bt709:range=tv"
                : "";
    }
}
