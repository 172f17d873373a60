package studio;

/** A linear picture in groups of light, with what a denoiser wants to know of each pixel. */
final class Film {

    final int width;
    final int height;
    final float[][] light;
    final float[] normal;
    final float[] colour;
    final float[] depth;

    /** @param lamps how many lamps have a group of their own; 1 puts all lamps into one */
    Film(int width, int height, int lamps) {
        this.width = width;
        this.height = height;
        light = new float[Light.LAMP.ordinal() + lamps][];
        for (int i = 0; i < light.length; i++) {
            light[i] = new float[width * height * 3];
        }
        normal = new float[width * height * 3];
        colour = new float[width * height * 3];
        depth = new float[width * height];
    }

    static void add(float[] plane, int pixel, Vec value, double weight) {
        plane[pixel * 3] += (float) (value.x() * weight);
        plane[pixel * 3 + 1] += (float) (value.y() * weight);
        plane[pixel * 3 + 2] += (float) (value.z() * weight);
    }

    /** The sum of the groups, each by its weight in the order of {@link Light}. */
    float[] mix(double... weights) {
        float[] sum = new float[width * height * 3];
        for (int g = 0; g < light.length; g++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += (float) (light[g][i] * weights[g]);
            }
        }
        return sum;
    }
}
