package pro.reelsai.gateway.asset;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jboss.logging.Logger;
import pro.reelsai.gateway.platform.GatewayConfig;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.model.AssetType;
import pro.reelsai.runtime.media.MediaException;
import pro.reelsai.runtime.media.MediaInfo;
import pro.reelsai.runtime.media.MediaProbe;

/** Lets a file pass that an ad can be made of: by its bytes, whatever its name or the caller says it is. */
@ApplicationScoped
public class MediaGate {
    private static final Logger LOG = Logger.getLogger(MediaGate.class);
    private static final Duration LATER = Duration.ofSeconds(30);
    private static final String KINDS = "upload a JPEG, PNG or WebP picture, or an MP4, MOV, WebM or MKV clip";

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
    AcceptedMedia accept(Path file) throws InterruptedException {
        requireBytes(file);
        try {
            MediaInfo info = probe.probe(file);
            MediaKind kind = MediaKind.of(info)
                    .orElseThrow(() -> ApiProblem.unsupportedMedia("This kind of file is not supported; " + KINDS));
            requireSize(file, kind);
            AcceptedMedia media = measure(kind, info);
            decoding.check(file, media);
            return media;
        } catch (MediaException e) {
            throw explain(e);
        }
    }

    private static ApiProblem explain(MediaException e) {
        return switch (e.reason()) {
            case UNREADABLE, FAILED ->
                ApiProblem.unsupportedMedia(
                        "The file is not a readable picture or clip, or it is" + " damaged; " + KINDS);
            case TIMED_OUT ->
                ApiProblem.unsupportedMedia("The file takes too long to read; upload a shorter or smaller one");
            case DISK_FULL, KILLED, NOT_INSTALLED -> {
                LOG.errorf(e, "Uploads cannot be checked: %s", e.stderrTail());
                yield ApiProblem.unavailable("Uploads cannot be checked just now; try again later", LATER);
            }
        };
    }

    private static void requireBytes(Path file) {
        if (sizeOf(file) == 0) {
            throw ApiProblem.badRequest("The file is empty");
        }
    }

    private void requireSize(Path file, MediaKind kind) {
        long largest = kind.type() == AssetType.IMAGE ? limits.imageBytes() : limits.clipBytes();
        if (sizeOf(file) > largest) {
            String what = kind.type() == AssetType.IMAGE ? "A picture" : "A clip";
            throw ApiProblem.tooLarge("%s may have at most %d MB".formatted(what, largest / (1024 * 1024)));
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
            throw ApiProblem.tooLarge("The picture has %d megapixels; at most %d are accepted"
                    .formatted(pixels / 1_000_000, limits.pixels() / 1_000_000));
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
        if (seconds < limits.shortestClip().toMillis() / 1000.0
                || seconds > limits.longestClip().toSeconds()) {
            throw ApiProblem.invalid(
                    "file",
                    "has to be a clip of %.1f to %d seconds"
                            .formatted(
                                    limits.shortestClip().toMillis() / 1000.0,
                                    limits.longestClip().toSeconds()));
        }
    }
}
