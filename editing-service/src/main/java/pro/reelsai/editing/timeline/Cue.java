package pro.reelsai.editing.timeline;

/**
 * A part of the speech that is about one of the assets.
 *
 * @param asset which of the assets, from 0
 * @param start when its first word begins, in seconds
 * @param end when its last word ends, in seconds
 */
public record Cue(int asset, double start, double end) {}
