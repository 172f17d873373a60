package pro.reelsai.gateway.media;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import pro.reelsai.gateway.platform.GatewayConfig;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.model.AssetType;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;
import pro.reelsai.runtime.media.MediaException;

/**
 * Decodes a file from its first to its last frame: a header that reads well says nothing about what follows it. Better
 * the user hears of a damaged file now than of a failed ad later.
 */
@ApplicationScoped
public class DecodeCheck {
    /** Containers round, and a sound track may end a little before or after the picture. */
    private static final double TOLERANCE_SECONDS = 0.5;
    /** The last line of FFmpeg's log, {@code frame= 100 … time=00:00:04.00 …}. */
    private static final Pattern REACHED = Pattern.compile("time=(\\d+):(\\d\\d):(\\d\\d\\.\\d+)");

    private final Ffmpeg ffmpeg;
    private final Duration timeout;

    public DecodeCheck(Ffmpeg ffmpeg, GatewayConfig config) {
        this.ffmpeg = ffmpeg;
        this.timeout = config.assets().checkTimeout();
    }

    /**
     * Decodes the file.
     *
     * @throws ApiProblem 415 if it ends before it says it does
     * @throws MediaException if it cannot be decoded, or not in time
     * @throws InterruptedException if the caller is interrupted
     */
    void check(Path file, AcceptedMedia media) throws MediaException, InterruptedException {
        FFmpegBuilder decode =
                new FFmpegBuilder().setVerbosity(FFmpegBuilder.Verbosity.INFO).addExtraArgs("-xerror");
        if (media.kind().type() == AssetType.IMAGE) {
            // Half a JPEG decodes, its lower half grey, unless FFmpeg is told to mind.
            decode.addExtraArgs("-err_detect", "explode");
        }
        decode.setInput(file.toString()).done().addOutput("-").setFormat("null").done();
        Duration length = Duration.ofMillis((long) (media.durationSeconds() * 1000));
        String log = ffmpeg.measure(decode, FfmpegRun.of(length).within(timeout));
        if (secondsReached(log) < media.durationSeconds() * 0.95 - TOLERANCE_SECONDS) {
            throw ApiProblem.unsupportedMedia("The clip is cut off: it ends before it says it does");
        }
    }

    private static double secondsReached(String log) {
        return REACHED.matcher(log)
                .results()
                .mapToDouble(DecodeCheck::seconds)
                .max()
                .orElse(0);
    }

    private static double seconds(MatchResult time) {
        return Integer.parseInt(time.group(1)) * 3600.0
                + Integer.parseInt(time.group(2)) * 60.0
                + Double.parseDouble(time.group(3));
    }
}
