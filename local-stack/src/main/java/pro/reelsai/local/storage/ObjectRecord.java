package pro.reelsai.local.storage;

import java.time.Instant;

/**
 * What is known about an object beside its bytes; the sidecar file on disk.
 *
 * @param bucket the bucket's id
 * @param key the object's key
 * @param id stays the same when the object is overwritten
 * @param version changes with every write; names the file with the bytes
 * @param size in bytes
 * @param mimeType as uploaded
 * @param cacheControl as uploaded
 * @param etag the quoted MD5 of the bytes, as the real server's file backend has it
 * @param createdAt RFC 3339
 * @param updatedAt RFC 3339
 * @param lastModified RFC 3339; when the bytes were written
 */
record ObjectRecord(
        String bucket,
        String key,
        String id,
        String version,
        long size,
        String mimeType,
        String cacheControl,
        String etag,
        String createdAt,
        String updatedAt,
        String lastModified) {
    /** {@link #lastModified} as an instant. */
    Instant modifiedAt() {
        return Instant.parse(lastModified);
    }
}
