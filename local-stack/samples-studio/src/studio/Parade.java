package studio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Clip: five colours in a dark room light up one after another while the camera swings round them. */
final class Parade {

    private static final double SECONDS = 7;
    private static final int VIEWS = 5;

    private Parade() {}

    private static Scene scene() {
        List<Shape> shapes = new ArrayList<>();
        List<Scene.Glow> glows = new ArrayList<>();
        Material ground = Material.matte(Vec.srgb(0x5B4A63));
        shapes.add(new Cove(62, 24, ground, ground));
        Vec[] colours = {Duskling.TERRACOTTA, Duskling.MUSTARD, Duskling.MIDNIGHT, Duskling.SAGE, Duskling.BLUSH};
        double[] x = {0, -25, 25, 13, -13};
        double[] z = {12, 0, 0, -21, -21};
        double[] y = {2.5, 7, 7, 24, 24};
        for (int i = 0; i < colours.length; i++) {
            shapes.add(new Lathe(
                    Vec.of(x[i], 0, z[i]),
                    Outline.from(0, 0).line(9.2, 0).line(9.2, y[i] - 0.4).line(0, y[i] - 0.4),
                    0.35,
                    Material.matte(Vec.srgb(0x8B7690))));
            Duskling.Unit lamp = Duskling.at(Vec.of(x[i], y[i], z[i]), colours[i], 9);
            shapes.addAll(lamp.shapes());
            glows.addAll(lamp.glows());
        }
        return Scene.of(shapes, glows, null, d -> Vec.of(0.09, 0.11, 0.19)
                .plus(Vec.of(0.55, 0.65, 1.0)
                        .times(Ease.step(d.dot(Vec.of(-0.7, 0.6, 0.35).unit()), 0.72, 0.9)))
                .plus(Vec.of(0.5, 0.4, 0.55)
                        .times(Ease.step(d.dot(Vec.of(0.8, 0.5, 0.3).unit()), 0.8, 0.93))));
    }

    private static Camera camera(double t) {
        double swing = Ease.step(t, -0.35, 1.35);
        double angle = Math.toRadians(-26 + 52 * swing);
        double away = 162 - 22 * swing;
        Vec target = Vec.of(0, 24, -4);
        Vec eye = target.plus(Vec.of(Math.sin(angle) * away, 7 + 10 * (1 - swing), Math.cos(angle) * away));
        return new Camera(eye, target, 26, away, 0);
    }

    /** Brightness of the light groups at a time in seconds. */
    private static double[] weights(double seconds) {
        double[] weights = new double[Light.LAMP.ordinal() + 5];
        weights[Light.SKY.ordinal()] = 0.95;
        for (int i = 0; i < 5; i++) {
            double on = 0.45 + i * 0.62;
            double overshoot = 0.22 * Ease.step(seconds, on, on + 0.3) * (1 - Ease.step(seconds, on + 0.3, on + 1.1));
            weights[Light.LAMP.ordinal() + i] = Ease.step(seconds, on, on + 0.4) + overshoot;
        }
        return weights;
    }

    static void shoot(Path file, double scale, int paths, int every) throws IOException {
        int width = (int) (Clip.WIDTH * scale) / 2 * 2;
        int height = (int) (Clip.HEIGHT * scale) / 2 * 2;
        Scene scene = scene();
        List<View> views = IntStream.range(0, VIEWS)
                .mapToObj(i -> View.shoot(scene, camera(i / (VIEWS - 1.0)), width / 2, height / 2, paths))
                .toList();
        Dolly dolly = new Dolly(scene, views);
        Grade grade = new Grade(0.95, 0.1, 0.22, 0.8);
        int frames = (int) (SECONDS * Clip.RATE);
        try (Clip clip = new Clip(file, width, height, 21)) {
            for (int i = 0; i < frames; i += every) {
                double t = i / (frames - 1.0);
                float[] linear = dolly.frame(camera(t), t, weights(t * SECONDS), width, height);
                clip.add(grade.develop(linear, width, height, i));
            }
        }
    }
}
