package pro.reelsai.stage.provider;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Retry-After}: seconds or a date.
 *
 * <p>Source: RFC 9110, section 10.2.3; OpenAI also sends fractions of a second.
 */
public final class RetryAfter {
    private RetryAfter() {}

    /**
     * Reads the header.
     *
     * @param header its value; null if there was none
     * @return the wait, never negative; null if there was none, or nothing readable
     */
    public static @Nullable Duration parse(@Nullable String header, Clock clock) {
        if (header == null) {
            return null;
        }
        if (header.strip().matches("\\d{1,9}(\\.\\d{1,9})?")) {
            return Duration.ofMillis((long) Math.ceil(Double.parseDouble(header.strip()) * 1000));
        }
        try {
            Duration wait = Duration.between(
                    clock.instant(),
                    ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
