package pro.reelsai.e2e;

/** How far two series move together. */
final class Correlation {
    private Correlation() {}

    /** Pearson's coefficient, -1 to 1. */
    static double of(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double product = 0;
        double squareA = 0;
        double squareB = 0;
        for (int i = 0; i < a.length; i++) {
            product += (a[i] - meanA) * (b[i] - meanB);
            squareA += (a[i] - meanA) * (a[i] - meanA);
            squareB += (b[i] - meanB) * (b[i] - meanB);
        }
        return product / Math.sqrt(squareA * squareB);
    }

    /** A running mean over {@code radius} neighbours on both sides. */
    static double[] smoothed(double[] series, int radius) {
        double[] smoothed = new double[series.length];
        for (int i = 0; i < series.length; i++) {
            int from = Math.max(0, i - radius);
            int to = Math.min(series.length - 1, i + radius);
            double sum = 0;
            for (int k = from; k <= to; k++) {
                sum += series[k];
            }
            smoothed[i] = sum / (to - from + 1);
        }
        return smoothed;
    }

    private static double mean(double[] series) {
        double sum = 0;
        for (double value : series) {
            sum += value;
        }
        return sum / series.length;
    }
}
