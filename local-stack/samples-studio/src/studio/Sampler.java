package studio;

/**
 * Evenly spread random numbers: an additive recurrence per dimension with a random start per pixel, then a plain
 * generator.
 */
final class Sampler {

    private static final int SPREAD = 14;
    private static final double[] STEP = new double[SPREAD];

    static {
        double g = 1.05;
        for (int i = 0; i < 60; i++) {
            g = Math.pow(1 + g, 1.0 / (SPREAD + 1));
        }
        for (int i = 0; i < SPREAD; i++) {
            STEP[i] = Math.pow(1 / g, i + 1.0) % 1;
        }
    }

    private final double[] start = new double[SPREAD];
    private long state;
    private int sample;
    private int dimension;

    Sampler(long pixel) {
        state = pixel * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L;
        random();
        random();
        for (int i = 0; i < SPREAD; i++) {
            start[i] = random();
        }
    }

    void begin(int number) {
        sample = number;
        dimension = 0;
    }

    double next() {
        if (dimension < SPREAD) {
            double value = start[dimension] + STEP[dimension] * sample;
            dimension++;
            return value - Math.floor(value);
        }
        return random();
    }

    private double random() {
        state ^= state << 13;
        state ^= state >>> 7;
        state ^= state << 17;
        return (state >>> 11) * 0x1.0p-53;
    }
}
