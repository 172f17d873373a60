package pro.reelsai.model;

/**
 * A file in the bucket.
 *
 * @param key where it lies
 * @param sha256 its hash, 64 hexadecimal digits
 * @param bytes its size in bytes
 * @param contentType its media type
 */
public record StoredObject(ObjectKey key, String sha256, long bytes, String contentType) {}
