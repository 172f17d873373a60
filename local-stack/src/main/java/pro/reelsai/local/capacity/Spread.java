package pro.reelsai.local.capacity;

import java.util.List;

/**
 * How a number of times is spread, in seconds.
 *
 * @param count how many there are
 * @param mean their mean; 0 for none, as everything else
 * @param median the time that half of them do not exceed
 * @param p95 the time that 95 of 100 do not exceed
 * @param longest the longest
 */
public record Spread(int count, double mean, double median, double p95, double longest) {
    static Spread of(List<Double> times) {
        if (times.isEmpty()) {
            return new Spread(0, 0, 0, 0, 0);
        }
        double[] sorted =
                times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double mean = times.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return new Spread(sorted.length, mean, at(sorted, 0.5), at(sorted, 0.95), sorted[sorted.length - 1]);
    }

    private static double at(double[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
    }
}
