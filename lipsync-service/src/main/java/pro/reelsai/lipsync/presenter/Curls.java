package pro.reelsai.lipsync.presenter;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Round locks side by side, on an arch from one ear over the head to the other. */
final class Curls {
    /** Curls grow the same in every video. */
    private static final long GROWTH_SEED = 7;

    private static final double CENTRE_Y = -42;
    /** Where the arch begins and ends, below the horizontal through its centre, in radians. */
    private static final double BELOW = 0.32;
    /** Which share of a curl is seen beside its neighbour. */
    private static final double SPACING = 0.95;

    private Curls() {}

    /**
     * Curls on an arch.
     *
     * @param halfWidth half the arch's width
     * @param height the arch's height
     * @param radius about half a curl's width
     */
    static List<Lock> along(double halfWidth, double height, double radius) {
        RandomGenerator random = new SplittableRandom(GROWTH_SEED);
        int count = (int) Math.round((Math.PI + 2 * BELOW) * (halfWidth + height) / 2 / (radius * SPACING));
        List<Lock> curls = new ArrayList<>();
        for (int i = 0; i <= count; i++) {
            double angle = Math.PI + BELOW - (Math.PI + 2 * BELOW) * i / count;
            double size = radius * random.nextDouble(0.85, 1.12);
            curls.add(curl(
                    Math.cos(angle) * halfWidth,
                    CENTRE_Y - Math.sin(angle) * height,
                    size,
                    random.nextDouble(2 * Math.PI)));
        }
        return curls;
    }

    private static Lock curl(double x, double y, double radius, double turn) {
        return new Lock(half(x, y, radius, turn, -1), half(x, y, radius, turn, 1), 3);
    }

    /** Half a circle, as one curve. */
    private static float[] half(double x, double y, double radius, double turn, int side) {
        double upX = Math.sin(turn) * radius;
        double upY = -Math.cos(turn) * radius;
        double outX = Math.cos(turn) * radius * side * 4 / 3;
        double outY = Math.sin(turn) * radius * side * 4 / 3;
        return new float[] {
            (float) (x - upX), (float) (y - upY),
            (float) (x - upX + outX), (float) (y - upY + outY),
            (float) (x + upX + outX), (float) (y + upY + outY),
            (float) (x + upX), (float) (y + upY)
        };
    }
}
