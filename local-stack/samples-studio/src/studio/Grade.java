package studio;

import java.util.stream.IntStream;

/** The darkroom: glow round bright parts, a filmic curve, a vignette and fine grain. */
final class Grade {

    private static final double ROOT_OF_BRIGHTEST = 5;
    private static final float[] CURVE = curve();

    private final double exposure;
    private final double bloom;
    private final double vignette;
    private final double grain;
    private final double[] print;

    /**
     * @param exposure factor on the linear light
     * @param bloom share of the light that spreads
     * @param vignette darkening in the corners, 0..1
     * @param grain standard deviation in 8-bit steps
     */
    Grade(double exposure, double bloom, double vignette, double grain) {
        this(exposure, bloom, vignette, grain, new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1});
    }

    private Grade(double exposure, double bloom, double vignette, double grain, double[] print) {
        this.print = print;
        this.exposure = exposure;
        this.bloom = bloom;
        this.vignette = vignette;
        this.grain = grain;
    }

    /** The same, printed in softer colours: yellows turn towards pink. */
    Grade softer() {
        return new Grade(exposure, bloom, vignette, grain, new double[] {
            0.927, 0.063, 0.010, 0.053, 0.900, 0.047, 0.118, 0.118, 0.801
        });
    }

    /** Turns linear RGB into 8-bit RGBA; {@code seed} moves the grain. */
    byte[] develop(float[] linear, int w, int h, long seed) {
        float[] spread = bloom > 0 ? Blur.wide(linear, w, h) : linear;
        byte[] out = new byte[w * h * 4];
        IntStream.range(0, h).parallel().forEach(y -> {
            long noise = (seed * 7919 + y + 1) * 0x9E3779B97F4A7C15L;
            for (int x = 0; x < w; x++) {
                int p = (y * w + x) * 3;
                double dx = (x - w / 2.0) / (w / 2.0);
                double dy = (y - h / 2.0) / (h / 2.0);
                double shade = exposure * (1 - vignette * Math.pow((dx * dx + dy * dy) / 2, 1.3));
                double r = shade * (linear[p] * (1 - bloom) + spread[p] * bloom);
                double g = shade * (linear[p + 1] * (1 - bloom) + spread[p + 1] * bloom);
                double b = shade * (linear[p + 2] * (1 - bloom) + spread[p + 2] * bloom);
                noise ^= noise << 13;
                noise ^= noise >>> 7;
                noise ^= noise << 17;
                double n = ((noise & 0xffff) + (noise >>> 16 & 0xffff) + (noise >>> 32 & 0xffff)) / 65535.0 - 1.5;
                n *= grain * 2;
                int o = (y * w + x) * 4;
                // Livelier colours in the middle; strong light bleaches instead of turning neon.
                double grey = (r + g + b) / 3;
                double mix = -0.07 + 0.3 * Math.min(1, grey / 6);
                double red = channel(r + (grey - r) * mix);
                double green = channel(g + (grey - g) * mix);
                double blue = channel(b + (grey - b) * mix);
                for (int c = 0; c < 3; c++) {
                    double value = print[c * 3] * red + print[c * 3 + 1] * green + print[c * 3 + 2] * blue + n;
                    out[o + c] = (byte) Math.clamp(Math.round(value), 0, 255);
                }
                out[o + 3] = (byte) 255;
            }
        });
        return out;
    }

    /** A channel's linear light on the 0..255 scale of a screen. */
    private static double channel(double v) {
        double place = Math.sqrt(Math.max(0, v)) * (CURVE.length - 2) / ROOT_OF_BRIGHTEST;
        int i = Math.min((int) place, CURVE.length - 2);
        return CURVE[i] + (CURVE[i + 1] - CURVE[i]) * Math.min(1, place - i);
    }

    /** The common rational fit of the ACES film curve, and sRGB on top; indexed by the root of the light. */
    private static float[] curve() {
        float[] curve = new float[4096];
        for (int i = 0; i < curve.length; i++) {
            double x = Math.pow(i * ROOT_OF_BRIGHTEST / (curve.length - 2), 2);
            double y = Math.min(1, x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14));
            curve[i] = (float) (255 * (y <= 0.0031308 ? 12.92 * y : 1.055 * Math.pow(y, 1 / 2.4) - 0.055));
        }
        return curve;
    }
}
