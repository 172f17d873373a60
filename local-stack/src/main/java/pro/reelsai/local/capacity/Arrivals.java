package pro.reelsai.local.capacity;

import java.util.Random;

/**
 * When ads are asked for: by chance, more by day than by night.
 *
 * @param adsPerDay on average
 * @param peak how many times the average the busiest moment of a day has, 1 to 2: a sine, whose night is as quiet as its day
 *     is busy
 * @param days how many days
 */
public record Arrivals(double adsPerDay, double peak, int days) {
    private static final double DAY = 86_400;

    /** Fails where the numbers make no sense. */
    public Arrivals {
        if (!(adsPerDay > 0) || days < 1) {
            throw new IllegalArgumentException("There have to be ads, and at least a day");
        }
        if (!(peak >= 1 && peak <= 2)) {
            throw new IllegalArgumentException("The peak is 1 to 2 times the average");
        }
    }

    /** Ads a second at the busiest moment. */
    public double mostPerSecond() {
        return adsPerDay * peak / DAY;
    }

    /** When the next one is asked for: a Poisson process of changing intensity, by thinning. */
    double next(double now, Random random) {
        double at = now;
        do {
            at -= Math.log(1 - random.nextDouble()) / mostPerSecond();
        } while (random.nextDouble() * peak > 1 + (peak - 1) * -Math.cos(2 * Math.PI * at / DAY));
        return at;
    }
}
