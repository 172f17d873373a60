package pro.reelsai.lipsync.face;

/** Transitions without a corner. */
final class Smooth {
    private Smooth() {}

    /** 0 up to 0, 1 from 1 on. */
    static double step(double x) {
        double inside = Math.clamp(x, 0, 1);
        return inside * inside * (3 - 2 * inside);
    }
}
