package pro.reelsai.lipsync.face;

import java.util.Arrays;

/**
 * Values without the tremble that a network's answers have: what hardly moves is smoothed, what moves is followed at once.
 *
 * <p>Source: Casiez, Roussel, Vogel,
 * <a href="https://gery.casiez.net/1euro/">1 € Filter: A Simple Speed-based Low-pass Filter</a>, CHI 2012.
 */
final class Steadied {
    /** What is cut off where nothing moves, in Hz. */
    private static final double CUTOFF = 1.5;
    /** By how many Hz more is let through for each face's width a second. */
    private static final double HASTE = 12;
    /** What is cut off of the speed, in Hz. */
    private static final double SPEED_CUTOFF = 4;

    private final double perSecond;
    private final double[] values;
    private final double[] speeds;

    Steadied(int count, double perSecond) {
        this.perSecond = perSecond;
        values = new double[count];
        speeds = new double[count];
        forget();
    }

    /** What comes next is taken as it is. */
    void forget() {
        Arrays.fill(values, Double.NaN);
        Arrays.fill(speeds, 0);
    }

    /**
     * Takes a value and answers the steadied one.
     *
     * @param which which of the values
     * @param unit the size of what moves, in the values' unit
     */
    double next(int which, double value, double unit) {
        double before = values[which];
        if (Double.isNaN(before)) {
            values[which] = value;
            return value;
        }
        double speed = (value - before) / unit * perSecond;
        speeds[which] += weight(SPEED_CUTOFF) * (speed - speeds[which]);
        double steady = before + weight(CUTOFF + HASTE * Math.abs(speeds[which])) * (value - before);
        values[which] = steady;
        return steady;
    }

    private double weight(double cutoff) {
        return 1 / (1 + perSecond / (2 * Math.PI * cutoff));
    }
}
