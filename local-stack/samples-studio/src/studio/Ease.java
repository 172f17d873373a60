package studio;

/** Timing curves. */
final class Ease {

    private Ease() {}

    /** 0 before {@code from}, 1 after {@code to}, smooth in between. */
    static double step(double t, double from, double to) {
        double x = Math.clamp((t - from) / (to - from), 0, 1);
        return x * x * x * (x * (6 * x - 15) + 10);
    }
}
