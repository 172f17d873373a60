package pro.reelsai.gateway.platform.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An object of the bucket as it is now.
 *
 * @param key its key
 * @param since since when its content may be what it is; null for content that never changes under its key
 */
public record ObjectVersion(String key, @Nullable Instant since) {
    /** An object whose content never changes. */
    public static ObjectVersion unchanging(String key) {
        return new ObjectVersion(key, null);
    }
}
