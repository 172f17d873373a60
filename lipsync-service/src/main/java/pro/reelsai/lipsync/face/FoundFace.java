package pro.reelsai.lipsync.face;

/**
 * Where a face is, roughly.
 *
 * @param x its middle, in pixels from the left
 * @param y its middle, in pixels from the top
 * @param size its width from ear to ear, which is also its height from brow to chin, in pixels
 * @param tilt how far the head leans clockwise, in radians
 * @param score how sure it is, 0 to 1
 */
public record FoundFace(double x, double y, double size, double tilt, double score) {
    /** How much of two faces is the same, 0 to 1. */
    double overlap(FoundFace other) {
        double across = shared(x, size, other.x, other.size);
        double down = shared(y, size, other.y, other.size);
        double common = across * down;
        return common / (size * size + other.size * other.size - common);
    }

    private static double shared(double middle, double size, double otherMiddle, double otherSize) {
        double from = Math.max(middle - size / 2, otherMiddle - otherSize / 2);
        double to = Math.min(middle + size / 2, otherMiddle + otherSize / 2);
        return Math.max(0, to - from);
    }
}
