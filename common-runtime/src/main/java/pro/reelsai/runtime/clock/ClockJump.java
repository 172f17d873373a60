package pro.reelsai.runtime.clock;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Tells whether the wall clock was set back since it was last looked at. */
final class ClockJump {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final LongSupplier wallMillis;
    private final LongSupplier elapsedNanos;
    private long offset;

    ClockJump(LongSupplier wallMillis, LongSupplier elapsedNanos) {
        this.wallMillis = wallMillis;
        this.elapsedNanos = elapsedNanos;
        this.offset = offset();
    }

    /** By how much it was set back since the last look, or since this was made; zero or less where it was not. */
    Duration setBack() {
        long before = offset;
        offset = offset();
        return Duration.ofMillis(before - offset);
    }

    private long offset() {
        return wallMillis.getAsLong() - elapsedNanos.getAsLong() / NANOS_PER_MILLI;
    }
}
