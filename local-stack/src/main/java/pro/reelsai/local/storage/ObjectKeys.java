package pro.reelsai.local.storage;

import java.util.UUID;
import java.util.regex.Pattern;

/** Which keys the storage accepts. */
final class ObjectKeys {
    /** Supabase Storage's own alphabet (storage-api, isValidKey). */
    private static final Pattern ALPHABET = Pattern.compile("[A-Za-z0-9_/!.*'() &$@=;:+,?-]+");

    private static final Pattern DOT_SEGMENT = Pattern.compile("(^|.*/)\\.{1,2}(/.*|$)");
    private static final int LONGEST = 1024;
    private static final int LONGEST_SEGMENT = 255;

    private ObjectKeys() {}

    /**
     * @throws StorageException if the key is refused, with the answer that was recorded for its fault
     */
    static void check(String bucket, String key) throws StorageException {
        if (!ALPHABET.matcher(key).matches()) {
            throw StorageException.invalidKey(key);
        }
        if (DOT_SEGMENT.matcher(key).matches()) {
            throw StorageException.invalidKey(
                    "stub/stub/" + bucket + "/" + key + "/" + UUID.randomUUID() + " contains dot path segment");
        }
        if (key.length() > LONGEST) {
            throw StorageException.internal();
        }
        for (String segment : key.split("/")) {
            if (segment.length() > LONGEST_SEGMENT) {
                throw StorageException.internal();
            }
        }
    }
}
