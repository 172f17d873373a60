package pro.reelsai.gateway.media;

import java.time.Duration;
import org.jboss.logging.Logger;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.model.AssetType;
import pro.reelsai.runtime.media.MediaException;
import pro.reelsai.runtime.media.MediaInfo;

/** Says why a file is not taken, and what would be. */
final class Refusals {
    private static final Logger LOG = Logger.getLogger(Refusals.class);
    private static final Duration LATER = Duration.ofSeconds(30);
    private static final String KINDS = "upload a JPEG, PNG or WebP picture, or an MP4, MOV, WebM or MKV clip";
    private static final String CODECS = "H.264, H.265, VP8, VP9, AV1, MPEG-4 and ProRes clips can be used";

    private Refusals() {}

    /** What a failure of FFmpeg or ffprobe means to whoever uploaded the file. */
    static ApiProblem explain(MediaException e) {
        return switch (e.reason()) {
            case UNREADABLE, FAILED ->
                ApiProblem.unsupportedMedia("The file is not a readable picture or clip, or it is damaged; " + KINDS);
            case TIMED_OUT ->
                ApiProblem.unsupportedMedia("The file takes too long to read; upload a shorter or smaller one");
            case DISK_FULL, KILLED, NOT_INSTALLED -> {
                LOG.errorf(e, "Uploads cannot be checked: %s", e.stderrTail());
                yield ApiProblem.unavailable("Uploads cannot be checked just now; try again later", LATER);
            }
        };
    }

    /** A file that can be read but is of none of our kinds. */
    static ApiProblem unknownKind(MediaInfo info) {
        if (info.video().isEmpty()) {
            return ApiProblem.unsupportedMedia("The file holds no picture; " + KINDS);
        }
        if (info.isStill()) {
            return ApiProblem.unsupportedMedia("This kind of picture is not supported; " + KINDS);
        }
        return ApiProblem.unsupportedMedia(
                "A %s clip in this kind of file is not supported; %s in MP4, MOV, WebM or MKV"
                        .formatted(info.video().get().codec(), CODECS));
    }

    static ApiProblem tooManyBytes(AssetType type, long largest) {
        String what = type == AssetType.IMAGE ? "A picture" : "A clip";
        return ApiProblem.tooLarge("%s may have at most %d MB".formatted(what, largest / (1024 * 1024)));
    }

    static ApiProblem tooManyPixels(long pixels, long largest) {
        return ApiProblem.tooLarge("The picture has %d megapixels; at most %d are accepted"
                .formatted(Math.ceilDiv(pixels, 1_000_000L), largest / 1_000_000));
    }
}
