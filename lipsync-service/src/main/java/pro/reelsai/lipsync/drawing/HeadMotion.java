package pro.reelsai.lipsync.drawing;

import io.github.humbleui.skija.Canvas;
import pro.reelsai.lipsync.presenter.Pose;

/**
 * Moves the canvas with the head. What is nearer to the viewer than the head's axis moves further when the head turns,
 * what is behind it moves the other way: that is all there is to the third dimension here.
 */
final class HeadMotion {
    /** Behind the axis: the hair at the back. */
    static final double BACK = -0.5;
    /** Beside the axis: the ears. */
    static final double SIDE = -0.25;
    /** The outline of the face. */
    static final double FACE = 0.25;
    /** The hair that frames the face. */
    static final double CROWN = 0.4;
    /** Eyes, brows and mouth. */
    static final double FEATURES = 1;
    /** The tip of the nose. */
    static final double NOSE = 1.45;

    private static final float NECK_PIVOT_Y = 185;

    private HeadMotion() {}

    /** Moves the canvas as far as the head has moved at a depth; the caller saves and restores the canvas. */
    static void apply(Canvas canvas, Pose pose, double depth) {
        canvas.translate((float) (pose.yaw() * (5 + 8 * depth)), (float) (pose.bob() + pose.pitch() * (2 + 6 * depth)));
        canvas.translate(0, NECK_PIVOT_Y);
        canvas.rotate((float) pose.roll());
        canvas.translate(0, -NECK_PIVOT_Y);
    }
}
