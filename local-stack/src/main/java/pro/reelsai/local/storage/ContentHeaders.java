package pro.reelsai.local.storage;

/**
 * The headers that are stored with an object and come back with it.
 *
 * @param mimeType the content type
 * @param cacheControl the cache control, verbatim
 */
record ContentHeaders(String mimeType, String cacheControl) {}
