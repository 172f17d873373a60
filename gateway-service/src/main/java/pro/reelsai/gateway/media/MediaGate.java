package pro.reelsai.gateway.media;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import pro.reelsai.gateway.platform.GatewayConfig;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.model.AssetType;
import pro.reelsai.runtime.media.MediaException;
import pro.reelsai.runtime.media.MediaInfo;
import pro.reelsai.runtime.media.MediaProbe;

/** Lets a file pass that an ad can be made of: by its bytes, whatever its name or the caller says it is. */
@ApplicationScoped
public class MediaGate {
    private final MediaProbe probe;
    private final DecodeCheck decoding;
    private final GatewayConfig.Assets limits;

    public MediaGate(MediaProbe probe, DecodeCheck decoding, GatewayConfig config) {
        this.probe = probe;
        this.decoding = decoding;
        this.limits = config.assets();
    }

    /**
     * Checks a file. Blocks for as long as it takes to decode it.
     *
     * @throws ApiProblem 4xx saying why it is refused
     * @throws InterruptedException if the caller is interrupted
     */
    public AcceptedMedia accept(Path file) throws InterruptedException {
        requireBytes(file);
        try {
            MediaInfo info = probe.probe(file);
            MediaKind kind = MediaKind.of(info).orElseThrow(() -> Refusals.unknownKind(info));
            requireSize(file, kind.type());
            AcceptedMedia media = measure(kind, info);
            decoding.check(file, media);
            return media;
        } catch (MediaException e) {
            throw Refusals.explain(e);
        }
    }

    /** The most bytes that a file of a kind may have. */
    public long largest(AssetType type) {
        return type == AssetType.IMAGE ? limits.imageBytes() : limits.clipBytes();
    }

    /**
     * Refuses a size before there is a file.
     *
     * @throws ApiProblem 413 if a file of that kind may not have so many bytes
     */
    public void requireSize(AssetType type, long bytes) {
        if (bytes > largest(type)) {
            throw Refusals.tooManyBytes(type, largest(type));
        }
    }

    private void requireSize(Path file, AssetType type) {
        requireSize(type, sizeOf(file));
    }

    private static void requireBytes(Path file) {
        if (sizeOf(file) == 0) {
            throw ApiProblem.badRequest("The file is empty");
        }
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AcceptedMedia measure(MediaKind kind, MediaInfo info) {
        MediaInfo.Video video = info.video().orElseThrow();
        long pixels = (long) video.width() * video.height();
        if (pixels > limits.pixels()) {
            throw Refusals.tooManyPixels(pixels, limits.pixels());
        }
        if (Math.min(video.width(), video.height()) < limits.shortestSide()) {
            throw ApiProblem.invalid(
                    "file", "is too small: each side needs at least " + limits.shortestSide() + " pixels");
        }
        double seconds = kind.type() == AssetType.IMAGE ? 0 : info.durationSeconds();
        if (kind.type() == AssetType.VIDEO) {
            requireLength(seconds);
        }
        return new AcceptedMedia(kind, video.width(), video.height(), seconds);
    }

    private void requireLength(double seconds) {
        double shortest = limits.shortestClip().toMillis() / 1000.0;
        long longest = limits.longestClip().toSeconds();
        if (seconds < shortest || seconds > longest) {
            throw ApiProblem.invalid(
                    "file",
                    String.format(
                            Locale.ROOT,
                            "has to be a clip of %.1f to %d seconds; this one has %.1f",
                            shortest,
                            longest,
                            seconds));
        }
    }
}
