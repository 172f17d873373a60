package pro.reelsai.local.replicate;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Cancel-After}: {@code 90s}, {@code 5m}, {@code 1h30m45s}, or seconds without a unit; 5 s at least.
 *
 * <p>Source: Replicate's HTTP API, predictions.create.
 */
final class CancelAfter {
    private static final Pattern FORMAT = Pattern.compile("(?:(\\d{1,4})h)?(?:(\\d{1,5})m)?(?:(\\d{1,6})s?)?");
    private static final Duration SHORTEST = Duration.ofSeconds(5);

    private CancelAfter() {}

    static Duration parse(String header) throws ReplicateError {
        Matcher matcher = FORMAT.matcher(header);
        if (header.isEmpty() || !matcher.matches()) {
            throw ReplicateError.invalidHeader("Cancel-After: invalid duration '" + header + "'");
        }
        Duration duration = Duration.ofHours(number(matcher.group(1)))
                .plusMinutes(number(matcher.group(2)))
                .plusSeconds(number(matcher.group(3)));
        if (duration.compareTo(SHORTEST) < 0) {
            throw ReplicateError.invalidHeader("Cancel-After: the minimum duration is 5 seconds");
        }
        return duration;
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
