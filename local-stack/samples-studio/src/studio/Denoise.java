package studio;

import java.util.stream.IntStream;

/** Edge-avoiding à-trous smoothing of one light group, after the surface colour was divided out. */
final class Denoise {

    private static final double[] KERNEL = {1.0 / 16, 1.0 / 4, 3.0 / 8, 1.0 / 4, 1.0 / 16};

    private Denoise() {}

    /** @param strength how different neighbours may be in brightness; 0.1 keeps much, 1 smooths much */
    static void smooth(Film film, int group, int rounds, double strength) {
        float[] light = film.light[group];
        float[] flat = new float[light.length];
        for (int i = 0; i < light.length; i++) {
            flat[i] = light[i] / (film.colour[i] + 0.02f);
        }
        flat = withoutSparks(film, flat);
        for (int round = 0; round < rounds; round++) {
            flat = pass(film, flat, 1 << round, strength / (1 + round * 0.5));
        }
        for (int i = 0; i < light.length; i++) {
            light[i] = flat[i] * (film.colour[i] + 0.02f);
        }
    }

    /** No pixel brighter than the brightest but one of its eight neighbours. */
    private static float[] withoutSparks(Film film, float[] in) {
        float[] out = in.clone();
        int w = film.width;
        IntStream.range(1, film.height - 1).parallel().forEach(y -> {
            for (int x = 1; x < w - 1; x++) {
                int p = y * w + x;
                double first = 0;
                double second = 0;
                for (int k = 0; k < 9; k++) {
                    int q = p + (k / 3 - 1) * w + k % 3 - 1;
                    if (q != p) {
                        double sum = in[q * 3] + in[q * 3 + 1] + in[q * 3 + 2];
                        second = Math.max(second, Math.min(first, sum));
                        first = Math.max(first, sum);
                    }
                }
                double own = in[p * 3] + in[p * 3 + 1] + in[p * 3 + 2];
                if (own > second) {
                    for (int c = 0; c < 3; c++) {
                        out[p * 3 + c] = (float) (in[p * 3 + c] * second / own);
                    }
                }
            }
        });
        return out;
    }

    private static float[] pass(Film film, float[] in, int step, double strength) {
        int w = film.width;
        int h = film.height;
        float[] out = new float[in.length];
        IntStream.range(0, h).parallel().forEach(y -> {
            for (int x = 0; x < w; x++) {
                int p = y * w + x;
                double brightness = in[p * 3] + in[p * 3 + 1] + in[p * 3 + 2] + 0.05;
                double total = 0;
                double r = 0;
                double g = 0;
                double b = 0;
                for (int j = -2; j <= 2; j++) {
                    int yy = Math.clamp(y + j * step, 0, h - 1);
                    for (int i = -2; i <= 2; i++) {
                        int q = yy * w + Math.clamp(x + i * step, 0, w - 1);
                        double weight = KERNEL[i + 2] * KERNEL[j + 2];
                        if (q != p) {
                            double nx = film.normal[p * 3] - film.normal[q * 3];
                            double ny = film.normal[p * 3 + 1] - film.normal[q * 3 + 1];
                            double nz = film.normal[p * 3 + 2] - film.normal[q * 3 + 2];
                            double cr = film.colour[p * 3] - film.colour[q * 3];
                            double cg = film.colour[p * 3 + 1] - film.colour[q * 3 + 1];
                            double cb = film.colour[p * 3 + 2] - film.colour[q * 3 + 2];
                            double dz = (film.depth[p] - film.depth[q]) / (film.depth[p] * 0.02 * step);
                            double dl = (in[p * 3]
                                            + in[p * 3 + 1]
                                            + in[p * 3 + 2]
                                            - in[q * 3]
                                            - in[q * 3 + 1]
                                            - in[q * 3 + 2])
                                    / (brightness * strength);
                            weight *= Math.exp(-(nx * nx + ny * ny + nz * nz) * 12
                                    - (cr * cr + cg * cg + cb * cb) * 60
                                    - dz * dz
                                    - dl * dl);
                        }
                        total += weight;
                        r += in[q * 3] * weight;
                        g += in[q * 3 + 1] * weight;
                        b += in[q * 3 + 2] * weight;
                    }
                }
                out[p * 3] = (float) (r / total);
                out[p * 3 + 1] = (float) (g / total);
                out[p * 3 + 2] = (float) (b / total);
            }
        });
        return out;
    }
}
