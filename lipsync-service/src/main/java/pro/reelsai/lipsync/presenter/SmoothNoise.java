package pro.reelsai.lipsync.presenter;

import java.util.random.RandomGenerator;

/** A value that wanders smoothly around zero: random points at a steady pace, eased from one to the next. */
final class SmoothNoise {
    private final double[] points;
    private final double period;

    /**
     * @param random where the points come from
     * @param seconds how long the noise must last
     * @param period the time from one point to the next, in seconds
     */
    SmoothNoise(RandomGenerator random, double seconds, double period) {
        this.period = period;
        this.points = new double[(int) (seconds / period) + 3];
        for (int i = 0; i < points.length; i++) {
            points[i] = Math.clamp(random.nextGaussian() * 0.6, -1, 1);
        }
    }

    /** The value at a time in seconds, -1 to 1. */
    double at(double time) {
        double position = Math.max(0, time) / period;
        int before = Math.min((int) position, points.length - 2);
        double u = Math.min(1, position - before);
        double eased = u * u * (3 - 2 * u);
        return points[before] * (1 - eased) + points[before + 1] * eased;
    }
}
