package pro.reelsai.rendering.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClipTimingTest {
    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void alwaysFillsTheShotFromWhatTheClipHas(int seed) {
        Random random = new Random(seed);
        double available = 0.5 + random.nextDouble() * 12;
        double needed = 0.5 + random.nextDouble() * 6;

        ClipTiming timing = ClipTiming.fill(available, needed, random.nextInt(5));

        double plays = (available - timing.from()) * timing.slowdown() * (timing.repeats() + 1);
        assertThat(plays).isGreaterThanOrEqualTo(needed - 1e-9);
        assertThat(timing.slowdown()).isBetween(1.0, ClipTiming.SLOWEST);
        assertThat(timing.from()).isGreaterThanOrEqualTo(0);
    }

    @Test
    void trimsALongClipAndGoesOnWhereItStopped() {
        assertThat(ClipTiming.fill(10, 4, 0)).isEqualTo(new ClipTiming(0, 1, 0));
        assertThat(ClipTiming.fill(10, 4, 1)).isEqualTo(new ClipTiming(4, 1, 0));
    }

    @Test
    void slowsAShortClipDownBeforeItRepeatsIt() {
        assertThat(ClipTiming.fill(3.05, 4.5, 0)).isEqualTo(new ClipTiming(0, 1.5, 0));
        assertThat(ClipTiming.fill(1.05, 4.4, 0).repeats()).isEqualTo(2);
    }

    @Test
    void takesAClipOfUnknownLengthForLongEnough() {
        assertThat(ClipTiming.fill(0, 4, 0)).isEqualTo(new ClipTiming(0, 1, 0));
    }
}
