package pro.reelsai.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The key of an object in the bucket.
 *
 * <p>Keys are made of ids, enum names and hashes of ours, never of a user's text, so the alphabet is narrower than what
 * Supabase Storage accepts; dot segments and empty segments, which some of its backends let through, are refused here.
 *
 * @param value the key, without a leading or trailing slash
 */
public record ObjectKey(@JsonValue String value) {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
    private static final int LONGEST = 512;

    /**
     * @throws IllegalArgumentException if the key is empty, too long or holds anything but plain segments
     */
    @JsonCreator
    public ObjectKey {
        if (value.length() > LONGEST || !SAFE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an object key: '" + value + "'");
        }
    }

    /** The last segment, a file name. */
    public String fileName() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
