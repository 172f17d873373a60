package pro.reelsai.local.storage;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A bucket, as it is kept on disk and answered.
 *
 * @param id its id and path segment
 * @param name the same as the id
 * @param owner always empty: made with the service key
 * @param isPublic whether objects can be read without a token
 * @param fileSizeLimit the largest object in bytes; null for the server's own limit
 * @param allowedMimeTypes patterns such as {@code video/*}; null for any
 * @param createdAt RFC 3339
 * @param updatedAt RFC 3339
 */
record Bucket(
        String id,
        String name,
        String owner,
        @JsonProperty("public") boolean isPublic,
        @JsonProperty("file_size_limit") @Nullable Long fileSizeLimit,
        @JsonProperty("allowed_mime_types") @Nullable List<String> allowedMimeTypes,
        @JsonProperty("created_at") String createdAt,
        @JsonProperty("updated_at") String updatedAt) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}");

    /**
     * @throws StorageException if a bucket cannot have this name
     */
    static void checkName(String name) throws StorageException {
        if (!NAME.matcher(name).matches()) {
            throw StorageException.badBucketName();
        }
    }

    /**
     * @throws StorageException if the type is not allowed here
     */
    void checkMimeType(String mimeType) throws StorageException {
        if (allowedMimeTypes == null || allowedMimeTypes.isEmpty()) {
            return;
        }
        boolean allowed = allowedMimeTypes.stream()
                .anyMatch(pattern -> pattern.endsWith("/*")
                        ? mimeType.startsWith(pattern.substring(0, pattern.length() - 1))
                        : mimeType.equals(pattern));
        if (!allowed) {
            throw StorageException.mimeNotAllowed(mimeType);
        }
    }

    /** The bucket as it stands in a list, which alone tells its type. */
    Map<String, Object> listed() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("name", name);
        row.put("owner", owner);
        row.put("public", isPublic);
        row.put("type", "STANDARD");
        row.put("file_size_limit", fileSizeLimit);
        row.put("allowed_mime_types", allowedMimeTypes);
        row.put("created_at", createdAt);
        row.put("updated_at", updatedAt);
        return row;
    }

    /** The largest object in bytes, given the server's own limit. */
    long sizeLimit(long serverLimit) {
        return fileSizeLimit == null ? serverLimit : Math.min(fileSizeLimit, serverLimit);
    }
}
