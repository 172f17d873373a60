package pro.reelsai.runtime.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ClockJumpTest {
    private final AtomicLong wall = new AtomicLong(1_763_900_000_000L);
    private final AtomicLong elapsed = new AtomicLong(5_000_000_000L);
    private final ClockJump jump = new ClockJump(wall::get, elapsed::get);

    @Test
    void seesNothingWhereBothClocksGoOn() {
        // Given
        pass(Duration.ofHours(1), Duration.ofHours(1));

        // Then
        assertThat(jump.setBack()).isZero();
    }

    @Test
    void tellsByHowMuchTheClockWasSetBackAndTellsItOnce() {
        // Given
        pass(Duration.ofSeconds(1), Duration.ofMinutes(-20));

        // Then
        assertThat(jump.setBack()).isEqualTo(Duration.ofMinutes(20).plusSeconds(1));
        assertThat(jump.setBack()).isZero();
    }

    @Test
    void doesNotMindAClockThatIsSetForward() {
        // Given
        pass(Duration.ofSeconds(1), Duration.ofMinutes(20));

        // Then
        assertThat(jump.setBack()).isNegative();
    }

    private void pass(Duration time, Duration onTheWall) {
        elapsed.addAndGet(time.toNanos());
        wall.addAndGet(onTheWall.toMillis());
    }
}
