package pro.reelsai.runtime.storage;

/**
 * What the bucket knows of an object without reading it.
 *
 * @param bytes its size in bytes
 * @param contentType its media type
 */
public record ObjectInfo(long bytes, String contentType) {}
