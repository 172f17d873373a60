package pro.reelsai.runtime.media;

import java.time.Duration;
import java.util.function.IntConsumer;

/**
 * How one FFmpeg run is watched.
 *
 * @param outputLength how long the output will be; progress is measured against it
 * @param timeout after how long the run is killed
 * @param percent told how much is done, 0 to 100, rising
 */
public record FfmpegRun(Duration outputLength, Duration timeout, IntConsumer percent) {
    private static final Duration SHORTEST_TIMEOUT = Duration.ofMinutes(2);
    private static final int SLOWEST_SPEED_DIVISOR = 20;

    /** A run that may take twenty times as long as its output plays, and two minutes at least. */
    public static FfmpegRun of(Duration outputLength) {
        Duration timeout = outputLength.multipliedBy(SLOWEST_SPEED_DIVISOR);
        return new FfmpegRun(
                outputLength, timeout.compareTo(SHORTEST_TIMEOUT) < 0 ? SHORTEST_TIMEOUT : timeout, percent -> {});
    }

    /** The same run, telling somebody how much is done. */
    public FfmpegRun onProgress(IntConsumer listener) {
        return new FfmpegRun(outputLength, timeout, listener);
    }

    /** The same run with another limit. */
    public FfmpegRun within(Duration limit) {
        return new FfmpegRun(outputLength, limit, percent);
    }
}
