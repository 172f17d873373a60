package pro.reelsai.lipsync.presenter;

/**
 * How a presenter holds head, eyes and chest in one frame. Small numbers: a presenter speaks to the camera.
 *
 * @param yaw the head's turn, -1 (to the viewer's left) to 1
 * @param pitch the head's nod, -1 (up) to 1 (down)
 * @param roll the head's tilt in degrees, clockwise
 * @param bob how far the head has moved down, in pixels of the drawing
 * @param blink how far the lids are down, 0 (open) to 1 (shut)
 * @param brow how far the brows are raised, 0 to 1
 * @param gazeX where the eyes look, -1 (to the viewer's left) to 1
 * @param gazeY where the eyes look, -1 (up) to 1 (down)
 * @param smile how much the mouth's corners are raised, 0 to 1
 * @param breath how far the chest has risen, -1 to 1
 */
public record Pose(
        double yaw,
        double pitch,
        double roll,
        double bob,
        double blink,
        double brow,
        double gazeX,
        double gazeY,
        double smile,
        double breath) {
    /** At rest, looking at the camera with a slight smile. */
    public static final Pose REST = new Pose(0, 0, 0, 0, 0, 0, 0, 0, 0.6, 0);
}
