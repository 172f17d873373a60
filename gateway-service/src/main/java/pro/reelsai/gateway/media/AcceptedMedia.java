package pro.reelsai.gateway.media;

/**
 * What an upload turned out to be.
 *
 * @param kind its kind
 * @param width in pixels, as displayed
 * @param height in pixels, as displayed
 * @param durationSeconds how long a clip lasts, 0 for a picture
 */
public record AcceptedMedia(MediaKind kind, int width, int height, double durationSeconds) {}
