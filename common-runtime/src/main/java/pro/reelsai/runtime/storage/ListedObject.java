package pro.reelsai.runtime.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.ObjectKey;

/**
 * What lies in a folder of the bucket.
 *
 * @param key the key of a file or of a folder
 * @param changedAt when the file was last written; null for a folder, which has nothing but a name
 */
public record ListedObject(ObjectKey key, @Nullable Instant changedAt) {
    /** Whether there is no such object, but others under it. */
    public boolean isFolder() {
        return changedAt == null;
    }

    /** Whether it is a file that was last written before a time. */
    public boolean changedBefore(Instant time) {
        return changedAt != null && changedAt.isBefore(time);
    }
}
