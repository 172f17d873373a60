package pro.reelsai.gateway.media;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import pro.reelsai.gateway.platform.GatewayConfig;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.model.AssetType;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;
import pro.reelsai.runtime.media.MediaException;
import pro.reelsai.runtime.media.MediaInfo;
import pro.reelsai.runtime.media.MediaProbe;

/**
 * Makes a logo of any picture: decoded, made smaller where it is large, and written anew, so that what we hand out is a
 * plain PNG without whatever else was in the file.
 */
@ApplicationScoped
public class LogoMaker {
    private static final int LOGO_SIDE = 1024;
    private static final int THUMBNAIL_SIDE = 160;
    private static final int SHORTEST_SIDE = 16;
    /** A logo of more pixels is none, and takes memory. */
    private static final long MOST_PIXELS = 20_000_000;

    private static final Set<String> WITH_ALPHA = Set.of("pal8", "rgba", "bgra", "argb", "abgr", "ya8");

    private final MediaProbe probe;
    private final MediaGate gate;
    private final Ffmpeg ffmpeg;
    private final Duration timeout;

    public LogoMaker(MediaProbe probe, MediaGate gate, Ffmpeg ffmpeg, GatewayConfig config) {
        this.probe = probe;
        this.gate = gate;
        this.ffmpeg = ffmpeg;
        this.timeout = config.assets().checkTimeout();
    }

    /**
     * Makes logo and thumbnail. Blocks for as long as it takes.
     *
     * @param directory where they are written
     * @throws ApiProblem 4xx saying why the picture is refused
     * @throws InterruptedException if the caller is interrupted
     */
    public Logo make(Path picture, Path directory) throws InterruptedException {
        Logo logo = new Logo(directory.resolve("logo.png"), directory.resolve("thumbnail.png"));
        try {
            MediaInfo.Video video = requirePicture(picture);
            ffmpeg.run(
                    command(picture, logo, hasAlpha(video.pixelFormat())),
                    FfmpegRun.of(Duration.ZERO).within(timeout));
            return logo;
        } catch (MediaException e) {
            throw Refusals.explain(e);
        }
    }

    private MediaInfo.Video requirePicture(Path picture) throws MediaException, InterruptedException {
        long bytes = size(picture);
        if (bytes == 0) {
            throw ApiProblem.badRequest("The file is empty");
        }
        MediaInfo info = probe.probe(picture);
        if (MediaKind.of(info).filter(kind -> kind.type() == AssetType.IMAGE).isEmpty()) {
            throw ApiProblem.unsupportedMedia("A logo has to be a JPEG, PNG or WebP picture");
        }
        gate.requireSize(AssetType.IMAGE, bytes);
        MediaInfo.Video video = info.video().orElseThrow();
        long pixels = (long) video.width() * video.height();
        if (pixels > MOST_PIXELS) {
            throw Refusals.tooManyPixels(pixels, MOST_PIXELS);
        }
        if (Math.min(video.width(), video.height()) < SHORTEST_SIDE) {
            throw ApiProblem.invalid("file", "is too small: each side needs at least " + SHORTEST_SIDE + " pixels");
        }
        return video;
    }

    private static FFmpegBuilder command(Path picture, Logo logo, boolean alpha) {
        // Colours that nobody sees must not bleed into the edges when pixels are averaged, so they are weighed by
        // alpha.
        String before = alpha ? "format=gbrap,premultiply=inplace=1," : "";
        String after = alpha ? ",unpremultiply=inplace=1,format=rgba" : ",format=rgb24";
        String filter = "[0:v]%ssplit[large][small];[large]%s%s[logo];[small]%s%s[thumbnail]"
                .formatted(before, fit(LOGO_SIDE), after, fit(THUMBNAIL_SIDE), after);
        // Half a JPEG decodes, its lower half grey, unless FFmpeg is told to mind.
        FFmpegBuilder command = new FFmpegBuilder().addExtraArgs("-xerror", "-err_detect", "explode");
        command.setInput(picture.toString()).done().setComplexFilter(filter);
        output(command, logo.picture(), "[logo]");
        output(command, logo.thumbnail(), "[thumbnail]");
        return command;
    }

    private static void output(FFmpegBuilder command, Path file, String pad) {
        command.addOutput(file.toString())
                .setFormat("image2")
                .setFrames(1)
                .addExtraArgs("-map", pad, "-c:v", "png", "-update", "1", "-map_metadata", "-1")
                .done();
    }

    /** Never larger than it is, and no side thinner than a pixel. */
    private static String fit(int side) {
        return "scale=w='max(1,iw*min(1,%1$d/max(iw,ih)))':h='max(1,ih*min(1,%1$d/max(iw,ih)))':flags=lanczos"
                .formatted(side);
    }

    private static boolean hasAlpha(String pixelFormat) {
        return WITH_ALPHA.contains(pixelFormat)
                || pixelFormat.startsWith("yuva")
                || pixelFormat.startsWith("gbrap")
                || pixelFormat.startsWith("rgba64")
                || pixelFormat.startsWith("ya16");
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A logo, in two sizes.
     *
     * @param picture at most 1,024 pixels a side
     * @param thumbnail at most 160 pixels a side
     */
    public record Logo(Path picture, Path thumbnail) {}
}
