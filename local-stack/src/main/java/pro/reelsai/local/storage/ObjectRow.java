package pro.reelsai.local.storage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes in which the protocol tells of an object. */
final class ObjectRow {
    private ObjectRow() {}

    /**
     * An entry of a list; a folder has nothing but a name.
     *
     * @param name relative to the folder that was listed
     */
    record Entry(
            String name,
            @Nullable String id,
            @JsonProperty("updated_at") @Nullable String updatedAt,
            @JsonProperty("created_at") @Nullable String createdAt,
            @JsonProperty("last_accessed_at") @Nullable String lastAccessedAt,
            @Nullable Map<String, Object> metadata) {
        static Entry folder(String name) {
            return new Entry(name, null, null, null, null, null);
        }

        static Entry of(String name, ObjectRecord object) {
            return new Entry(
                    name,
                    object.id(),
                    object.updatedAt(),
                    object.createdAt(),
                    object.createdAt(),
                    ObjectRow.metadata(object));
        }
    }

    /** What {@code /object/info} tells. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Info(
            String id,
            String name,
            String version,
            @JsonProperty("bucket_id") String bucketId,
            long size,
            @JsonProperty("content_type") String contentType,
            @JsonProperty("cache_control") String cacheControl,
            String etag,
            Map<String, Object> metadata,
            @JsonProperty("last_modified") String lastModified,
            @JsonProperty("created_at") String createdAt) {
        static Info of(ObjectRecord object) {
            return new Info(
                    object.id(),
                    object.key(),
                    object.version(),
                    object.bucket(),
                    object.size(),
                    object.mimeType(),
                    object.cacheControl(),
                    object.etag(),
                    Map.of(),
                    object.updatedAt(),
                    object.createdAt());
        }
    }

    /** The whole row, as a deletion or a copy answers it. */
    static Map<String, Object> full(ObjectRecord object) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", object.key());
        row.put("bucket_id", object.bucket());
        row.put("owner", "");
        row.put("owner_id", "");
        row.put("version", object.version());
        row.put("id", object.id());
        row.put("updated_at", object.updatedAt());
        row.put("created_at", object.createdAt());
        row.put("last_accessed_at", object.createdAt());
        row.put("metadata", metadata(object));
        row.put("user_metadata", Map.of());
        return row;
    }

    private static Map<String, Object> metadata(ObjectRecord object) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("eTag", object.etag());
        metadata.put("size", object.size());
        metadata.put("mimetype", object.mimeType());
        metadata.put("cacheControl", object.cacheControl());
        metadata.put("lastModified", object.lastModified());
        metadata.put("contentLength", object.size());
        metadata.put("httpStatusCode", 200);
        return metadata;
    }
}
