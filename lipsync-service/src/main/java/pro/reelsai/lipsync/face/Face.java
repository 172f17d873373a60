package pro.reelsai.lipsync.face;

/**
 * A face's landmarks, in pixels of the picture: the 468 points of MediaPipe's face mesh.
 *
 * <p>Source: MediaPipe's {@code canonical_face_model_uv_visualization.png} shows which point is where.
 *
 * @param x from the left
 * @param y from the top
 */
public record Face(float[] x, float[] y) {
    /** How many points there are. */
    static final int POINTS = 468;

    private static final int RIGHT_EYE = 33;
    private static final int LEFT_EYE = 263;
    /** More than the points, as MediaPipe's model was trained on. */
    private static final double SURROUNDINGS = 1.5;

    /** The distance between the outer corners of the eyes, in pixels; the measure of everything in a face. */
    double eyeDistance() {
        return Math.hypot(x[LEFT_EYE] - x[RIGHT_EYE], y[LEFT_EYE] - y[RIGHT_EYE]);
    }

    /** How far the head leans clockwise, in radians. */
    double tilt() {
        return Math.atan2(y[LEFT_EYE] - y[RIGHT_EYE], x[LEFT_EYE] - x[RIGHT_EYE]);
    }

    /**
     * What a face fills of a picture.
     *
     * @param x its middle, in pixels from the left
     * @param y its middle, in pixels from the top
     * @param size its width or its height, whichever is larger, in pixels
     */
    public record Bounds(double x, double y, double size) {
        /** The same in a picture of another size. */
        public Bounds times(double factor) {
            return new Bounds(x * factor, y * factor, size * factor);
        }
    }

    /** Where to look for the same face in the next picture. */
    Region surroundings() {
        Bounds bounds = bounds();
        return Region.square(bounds.x(), bounds.y(), SURROUNDINGS * bounds.size(), tilt());
    }

    /** What it fills. */
    public Bounds bounds() {
        float left = Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float bottom = -Float.MAX_VALUE;
        for (int i = 0; i < POINTS; i++) {
            left = Math.min(left, x[i]);
            right = Math.max(right, x[i]);
            top = Math.min(top, y[i]);
            bottom = Math.max(bottom, y[i]);
        }
        return new Bounds((left + right) / 2.0, (top + bottom) / 2.0, Math.max(right - left, bottom - top));
    }
}
