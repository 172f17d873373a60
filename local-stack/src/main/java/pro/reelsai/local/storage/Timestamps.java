package pro.reelsai.local.storage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** The two ways the protocol writes a point in time. */
final class Timestamps {
    private static final DateTimeFormatter RFC_3339 =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** RFC 9110, with the two-digit day that RFC_1123_DATE_TIME leaves out. */
    private static final DateTimeFormatter HTTP = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Timestamps() {}

    static String now() {
        return RFC_3339.format(Instant.now());
    }

    static String http(Instant instant) {
        return HTTP.format(instant);
    }

    /** A header's date; empty if it is none. */
    static Optional<Instant> parseHttp(String header) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Whether something has changed after a date, which carries no fractions of a second. */
    static boolean changedAfter(Instant modified, Instant date) {
        return modified.truncatedTo(ChronoUnit.SECONDS).isAfter(date);
    }
}
