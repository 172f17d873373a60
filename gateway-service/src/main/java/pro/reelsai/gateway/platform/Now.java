package pro.reelsai.gateway.platform;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time as the database keeps it, so that what is answered first and what is read back later are equal. */
public final class Now {
    private Now() {}

    /** This moment, in whole microseconds. */
    public static Instant instant() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
