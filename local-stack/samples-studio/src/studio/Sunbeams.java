package studio;

import java.util.stream.IntStream;

/** The straight sun on a set, kept so that its stencil can move from frame to frame. */
final class Sunbeams {

    private static final int SAMPLES = 4;
    private static final double[][] SPOTS = {{0.375, 0.125}, {0.875, 0.375}, {0.125, 0.625}, {0.625, 0.875}};

    private final int width;
    private final int height;
    private final float[] across;
    private final float[] down;
    private final float[] light;

    /** Traces which points of the picture the sun would reach without its stencil. */
    Sunbeams(Scene scene, Camera camera, int width, int height) {
        this.width = width;
        this.height = height;
        int n = width * height * SAMPLES;
        across = new float[n];
        down = new float[n];
        light = new float[n * 3];
        Sun sun = scene.sun();
        IntStream.range(0, height).parallel().forEach(y -> {
            for (int x = 0; x < width; x++) {
                for (int s = 0; s < SAMPLES; s++) {
                    Ray ray = camera.ray(
                            (x + SPOTS[s][0] - width / 2.0) / (height / 2.0),
                            (height / 2.0 - y - SPOTS[s][1]) / (height / 2.0),
                            0,
                            0);
                    Space.Hit hit = scene.space().nearest(ray);
                    if (hit == null) {
                        continue;
                    }
                    int i = (y * width + x) * SAMPLES + s;
                    Vec normal = hit.shape().normal(hit.point());
                    Vec point = hit.point().plus(normal.times(0.012));
                    across[i] = (float) sun.gobo().across(point, sun.towards());
                    down[i] = (float) sun.gobo().down(point, sun.towards());
                    double facing = normal.dot(sun.towards());
                    if (facing > 0 && !scene.space().isBlocked(new Ray(point, sun.towards()), 1e6, null)) {
                        Material material = hit.shape().material(hit.point());
                        Vec colour = material.colour().apply(hit.point());
                        Vec value = material.metal()
                                ? Vec.ZERO
                                : colour.times(sun.light()).times(facing / Math.PI);
                        if (material.shine() > 0) {
                            value = value.plus(Glint.sun(scene, ray, point, normal, material, colour));
                        }
                        Film.add(light, i, value, 1.0 / SAMPLES);
                    }
                }
            }
        });
    }

    /** Adds the sun's light through a stencil shifted by the given shares of its width. */
    void shine(Gobo gobo, double right, double up, Vec tint, float[] picture) {
        IntStream.range(0, height).parallel().forEach(y -> {
            for (int p = y * width; p < (y + 1) * width; p++) {
                for (int i = p * SAMPLES; i < (p + 1) * SAMPLES; i++) {
                    if (light[i * 3] > 0) {
                        double through = gobo.sample(across[i] - right, down[i] + up);
                        picture[p * 3] += (float) (light[i * 3] * through * tint.x());
                        picture[p * 3 + 1] += (float) (light[i * 3 + 1] * through * tint.y());
                        picture[p * 3 + 2] += (float) (light[i * 3 + 2] * through * tint.z());
                    }
                }
            }
        });
    }
}
