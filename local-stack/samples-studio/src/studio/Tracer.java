package studio;

import java.util.stream.IntStream;

/** A path tracer: follows light backwards from the camera, a few bounces deep. */
final class Tracer {

    private final Scene scene;
    private final Camera camera;

    Tracer(Scene scene, Camera camera) {
        this.scene = scene;
        this.camera = camera;
    }

    /** Shoots the scene with that many paths a pixel. */
    Film shoot(int width, int height, int paths) {
        return shoot(new Film(width, height, 1), paths, true);
    }

    /**
     * The film for {@link Dolly}: every path of a pixel meets the same point, lamps are apart, and what changes with
     * the point of view (coats, metals, the glow of the lamps themselves) is left out.
     */
    Film shootDiffuse(int width, int height, int paths) {
        return shoot(new Film(width, height, Math.max(1, scene.lamps().size())), paths, false);
    }

    private Film shoot(Film film, int paths, boolean whole) {
        int width = film.width;
        int height = film.height;
        IntStream.range(0, height).parallel().forEach(y -> {
            for (int x = 0; x < width; x++) {
                Sampler random = new Sampler((long) y * width + x + 1);
                for (int n = 0; n < paths; n++) {
                    random.begin(n);
                    // A tent filter two pixels wide: smoother edges than a box.
                    double dx = whole ? tent(random.next()) : 0;
                    double dy = whole ? tent(random.next()) : 0;
                    double px = (x + 0.5 + dx - width / 2.0) / (height / 2.0);
                    double py = (height / 2.0 - y - 0.5 + dy) / (height / 2.0);
                    Ray ray = whole ? camera.ray(px, py, random.next(), random.next()) : camera.ray(px, py, 0, 0);
                    new LightPath(scene, film, y * width + x, 1.0 / paths, random, whole).follow(ray);
                }
            }
        });
        return film;
    }

    private static double tent(double u) {
        return u < 0.5 ? Math.sqrt(2 * u) - 1 : 1 - Math.sqrt(2 - 2 * u);
    }
}
