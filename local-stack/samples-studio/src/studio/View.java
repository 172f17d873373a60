package studio;

/** The diffuse light that one camera sees, which {@link Dolly} looks up again from other points of view. */
final class View {

    private final Camera camera;
    private final Film film;
    private final Shape[] shapes;
    private final float[] distances;
    private float[] mixed;

    private View(Camera camera, Film film, Shape[] shapes, float[] distances) {
        this.camera = camera;
        this.film = film;
        this.shapes = shapes;
        this.distances = distances;
    }

    static View shoot(Scene scene, Camera camera, int width, int height, int paths) {
        Film film = new Tracer(scene, camera).shootDiffuse(width, height, paths);
        for (int group = 0; group < film.light.length; group++) {
            Denoise.smooth(film, group, 4, 0.8);
        }
        Shape[] shapes = new Shape[width * height];
        float[] distances = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                Ray ray = camera.ray(
                        (x + 0.5 - width / 2.0) / (height / 2.0), (height / 2.0 - y - 0.5) / (height / 2.0), 0, 0);
                Space.Hit hit = scene.space().nearest(ray);
                if (hit != null) {
                    shapes[y * width + x] = hit.shape();
                    distances[y * width + x] = (float) hit.t();
                }
            }
        }
        return new View(camera, film, shapes, distances);
    }

    /** Sets how bright each light group is from now on. */
    void mix(double[] weights) {
        mixed = film.mix(weights);
    }

    /**
     * Adds the light on a point of a shape to {@code sum} (r, g, b, weight).
     *
     * @param near how far off, in pixels, another point of the same shape may stand in; 0 for the point itself only
     */
    void look(Vec point, Shape shape, double weight, int near, double[] sum) {
        Vec seen = camera.project(point);
        if (seen.z() < 0) {
            return;
        }
        double u = seen.x() * film.height / 2 + film.width / 2.0 - 0.5;
        double v = film.height / 2.0 - seen.y() * film.height / 2 - 0.5;
        int x = (int) Math.floor(u);
        int y = (int) Math.floor(v);
        double a = u - x;
        double b = v - y;
        double tolerance = near == 0 ? 0.05 + seen.z() * 0.006 : 1e9;
        for (int j = -near; j <= 1 + near; j++) {
            for (int i = -near; i <= 1 + near; i++) {
                int px = x + i;
                int py = y + j;
                if (px < 0 || py < 0 || px >= film.width || py >= film.height) {
                    continue;
                }
                int p = py * film.width + px;
                if (shapes[p] != shape || Math.abs(distances[p] - seen.z()) > tolerance) {
                    continue;
                }
                double share = near == 0
                        ? (i == 0 ? 1 - a : a) * (j == 0 ? 1 - b : b)
                        : 1e-3 / (1 + (i - a) * (i - a) + (j - b) * (j - b));
                share *= weight;
                sum[0] += mixed[p * 3] * share;
                sum[1] += mixed[p * 3 + 1] * share;
                sum[2] += mixed[p * 3 + 2] * share;
                sum[3] += share;
            }
        }
    }
}
