package studio;

import java.util.stream.IntStream;

/** Wide soft blurs, made on a quarter-size copy. */
final class Blur {

    private static final int SHRINK = 4;

    private Blur() {}

    /** The glow that a lens spreads: a narrow, a middle and a wide blur in equal parts. */
    static float[] wide(float[] linear, int w, int h) {
        int sw = (w + SHRINK - 1) / SHRINK;
        int sh = (h + SHRINK - 1) / SHRINK;
        float[] small = new float[sw * sh * 3];
        IntStream.range(0, sh).parallel().forEach(y -> {
            for (int x = 0; x < sw; x++) {
                for (int c = 0; c < 3; c++) {
                    float sum = 0;
                    int n = 0;
                    for (int j = y * SHRINK; j < Math.min(h, y * SHRINK + SHRINK); j++) {
                        for (int i = x * SHRINK; i < Math.min(w, x * SHRINK + SHRINK); i++) {
                            sum += Math.min(linear[(j * w + i) * 3 + c], 30);
                            n++;
                        }
                    }
                    small[(y * sw + x) * 3 + c] = sum / n;
                }
            }
        });
        float[] narrow = box(small, sw, sh, Math.max(1, sw / 160));
        float[] middle = box(narrow, sw, sh, Math.max(2, sw / 40));
        float[] broad = box(middle, sw, sh, Math.max(4, sw / 12));
        float[] out = new float[linear.length];
        IntStream.range(0, h).parallel().forEach(y -> {
            double v = Math.clamp((y + 0.5) / SHRINK - 0.5, 0, sh - 1.001);
            int j = (int) v;
            double b = v - j;
            for (int x = 0; x < w; x++) {
                double u = Math.clamp((x + 0.5) / SHRINK - 0.5, 0, sw - 1.001);
                int i = (int) u;
                double a = u - i;
                for (int c = 0; c < 3; c++) {
                    int k = (j * sw + i) * 3 + c;
                    double sum = 0;
                    for (float[] layer : new float[][] {narrow, middle, broad}) {
                        sum += (layer[k] * (1 - a) + layer[k + 3] * a) * (1 - b)
                                + (layer[k + sw * 3] * (1 - a) + layer[k + sw * 3 + 3] * a) * b;
                    }
                    out[(y * w + x) * 3 + c] = (float) (sum / 3);
                }
            }
        });
        return out;
    }

    /** Three box blurs each way, close to a Gaussian. */
    private static float[] box(float[] in, int w, int h, int radius) {
        float[] picture = in;
        for (int round = 0; round < 3; round++) {
            picture = along(picture, w, h, radius, 3, w * 3);
            picture = along(picture, h, w, radius, w * 3, 3);
        }
        return picture;
    }

    private static float[] along(float[] in, int length, int lines, int radius, int step, int stride) {
        float[] out = new float[in.length];
        IntStream.range(0, lines).parallel().forEach(line -> {
            for (int c = 0; c < 3; c++) {
                int base = line * stride + c;
                float sum = 0;
                for (int i = -radius; i <= radius; i++) {
                    sum += in[base + Math.clamp(i, 0, length - 1) * step];
                }
                for (int i = 0; i < length; i++) {
                    out[base + i * step] = sum / (2 * radius + 1);
                    sum += in[base + Math.min(length - 1, i + radius + 1) * step]
                            - in[base + Math.max(0, i - radius) * step];
                }
            }
        });
        return out;
    }
}
