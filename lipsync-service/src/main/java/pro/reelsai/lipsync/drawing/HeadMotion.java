package pro.reelsai.lipsync.drawing;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Matrix33;
import pro.reelsai.lipsync.presenter.Pose;

/**
 * Moves the canvas with the head. What is nearer to the viewer than the head's axis moves further when the head turns,
 * what is behind it moves the other way: that is all there is to the third dimension here.
 *
 * <p>A tilt can be had in two ways. {@link #apply} turns the canvas. {@link #shift} only takes a part along and leaves it
 * upright, which is right for what hangs, and many times faster for pictures: Skia's quick way of placing them cannot
 * turn. A soft texture need not turn by two degrees either if the shape that it fills does, see {@link #tilt}.
 */
final class HeadMotion {
    /** Behind the axis: the hair at the back. */
    static final double BACK = -0.5;
    /** Beside the axis: the hair that hangs from the sides. */
    static final double SIDE = -0.25;
    /** The outline of the face, and the ears. */
    static final double FACE = 0.25;
    /** The hair that frames the face. */
    static final double CROWN = 0.4;
    /** Eyes, brows and mouth. */
    static final double FEATURES = 1;
    /** The tip of the nose. */
    static final double NOSE = 1.45;

    private static final float NECK_PIVOT_Y = 185;

    private HeadMotion() {}

    /** Moves and tilts the canvas as the head has at a depth; the caller saves and restores the canvas. */
    static void apply(Canvas canvas, Pose pose, double depth) {
        follow(canvas, pose, depth);
        canvas.translate(0, NECK_PIVOT_Y);
        canvas.rotate((float) pose.roll());
        canvas.translate(0, -NECK_PIVOT_Y);
    }

    /**
     * Moves the canvas as far as the head has at a depth, without tilting it.
     *
     * @param height the height that goes where the head's tilt takes it
     */
    static void shift(Canvas canvas, Pose pose, double depth, float height) {
        follow(canvas, pose, depth);
        canvas.translate((float) (Math.sin(Math.toRadians(pose.roll())) * (NECK_PIVOT_Y - height)), 0);
    }

    /** What tilts a shape on a canvas that was moved by {@link #shift} to the same height. */
    static Matrix33 tilt(Pose pose, float height) {
        return Matrix33.makeRotate((float) pose.roll(), 0, height);
    }

    private static void follow(Canvas canvas, Pose pose, double depth) {
        canvas.translate((float) (pose.yaw() * (5 + 8 * depth)), (float) (pose.bob() + pose.pitch() * (2 + 6 * depth)));
    }
}
