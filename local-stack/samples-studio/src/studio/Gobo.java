package studio;

/** A stencil in front of the sun: bright and dark parts that fall on the set as patches of light. */
final class Gobo {

    private final float[] light;
    private final int size;
    private final double width;
    private final Vec centre;

    /**
     * @param light a square picture, 0 dark to 1 bright; its edge goes on for ever
     * @param width of the stencil in centimetres
     * @param centre the point of the set that the stencil's middle falls on
     */
    Gobo(float[] light, double width, Vec centre) {
        this.light = light;
        this.size = (int) Math.sqrt(light.length);
        this.width = width;
        this.centre = centre;
    }

    /** Horizontal place of a point on the stencil, 0..1. */
    double across(Vec point, Vec towards) {
        Vec right = Vec.of(0, 1, 0).cross(towards).unit();
        return point.minus(centre).dot(right) / width + 0.5;
    }

    /** Vertical place of a point on the stencil, 0 at the top to 1. */
    double down(Vec point, Vec towards) {
        Vec right = Vec.of(0, 1, 0).cross(towards).unit();
        return 0.5 - point.minus(centre).dot(towards.cross(right)) / width;
    }

    double at(Vec point, Vec towards) {
        return sample(across(point, towards), down(point, towards));
    }

    double sample(double across, double down) {
        double x = Math.clamp(across * size - 0.5, 0, size - 1.001);
        double y = Math.clamp(down * size - 0.5, 0, size - 1.001);
        int i = (int) x;
        int j = (int) y;
        double a = x - i;
        double b = y - j;
        int k = j * size + i;
        return (light[k] * (1 - a) + light[k + 1] * a) * (1 - b)
                + (light[k + size] * (1 - a) + light[k + size + 1] * a) * b;
    }
}
