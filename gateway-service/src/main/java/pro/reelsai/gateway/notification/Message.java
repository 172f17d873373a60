package pro.reelsai.gateway.notification;

import io.quarkus.qute.TemplateData;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to somebody, as its channel needs it.
 *
 * @param id the row
 * @param run the run it tells of
 * @param kind what it tells
 * @param tries how often it was tried, this time included
 * @param recipient the address of a mail; null for a channel that has one of its own
 * @param product the product's name, as its owner wrote it
 * @param reason why the ad failed, in words
 * @param link where to see more
 */
@TemplateData
public record Message(
        long id,
        UUID run,
        Kind kind,
        int tries,
        @Nullable String recipient,
        String product,
        @Nullable String reason,
        String link) {
    private static final int LONGEST_NAME = 80;

    /** What the message is about, in one line: no control character of a user's name gets into a header. */
    public String subject() {
        return switch (kind) {
            case STARTED -> "Your ad for " + name() + " is being made";
            case COMPLETED -> "Your ad for " + name() + " is ready";
            case FAILED -> "Your ad for " + name() + " could not be made";
        };
    }

    /** The same as a heading. */
    public String heading() {
        return switch (kind) {
            case STARTED -> "Your ad is being made";
            case COMPLETED -> "Your ad is ready";
            case FAILED -> "Your ad could not be made";
        };
    }

    /** What there is to say. */
    public String body() {
        return switch (kind) {
            case STARTED ->
                "We have begun the ad for " + name() + ": voice, actor, editing and captions follow one another. "
                        + "We write again when it is done.";
            case COMPLETED -> "The ad for " + name() + " is finished. Watch it, download it, or make another version.";
            case FAILED -> "Something went wrong with the ad for " + name() + ". Your credit has been given back.";
        };
    }

    /** What the link is for. */
    public String action() {
        return switch (kind) {
            case STARTED -> "Follow its progress";
            case COMPLETED -> "Watch your ad";
            case FAILED -> "Try again";
        };
    }

    /** Whether there is a reason to give. */
    public boolean explains() {
        return kind == Kind.FAILED && reason != null;
    }

    /** The product's name in one short line. */
    public String name() {
        String line = product.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_NAME
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }

    /** The same however often the message is sent, so that a mail sent twice is known as one. */
    public String messageId() {
        return "<" + run + "." + kind.name().toLowerCase(java.util.Locale.ROOT) + "@reelsai.pro>";
    }
}
