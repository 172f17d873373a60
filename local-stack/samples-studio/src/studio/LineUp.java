package studio;

import java.util.ArrayList;
import java.util.List;

/** All colours on steps, in the light of a window. */
final class LineUp {

    private LineUp() {}

    static Shot shot() {
        List<Shape> shapes = new ArrayList<>();
        List<Scene.Glow> glows = new ArrayList<>();
        Material ground = Material.matte(Vec.srgb(0xE8D9C3));
        shapes.add(new Cove(52, 18, ground, ground));
        Vec[] colours = {Duskling.MUSTARD, Duskling.BLUSH, Duskling.TERRACOTTA, Duskling.SAGE, Duskling.MIDNIGHT};
        double[] x = {-25, -13, 0, 13, 25};
        double[] z = {0, -21, 12, -21, 0};
        double[] y = {7, 24, 2.5, 24, 7};
        for (int i = 0; i < colours.length; i++) {
            shapes.add(new Lathe(
                    Vec.of(x[i], 0, z[i]),
                    Outline.from(0, 0).line(9.2, 0).line(9.2, y[i] - 0.4).line(0, y[i] - 0.4),
                    0.35,
                    Material.matte(Vec.srgb(0xF3E8D8))));
            Duskling.Unit lamp = Duskling.at(Vec.of(x[i], y[i], z[i]), colours[i], 4);
            shapes.addAll(lamp.shapes());
            glows.addAll(lamp.glows());
        }
        Vec towards = Vec.of(-0.75, 0.55, 0.62).unit();
        Sun sun =
                new Sun(towards, Vec.of(3.9, 3.1, 2.3), new Gobo(Stencils.windowWithPalm(0), 150, Vec.of(-2, 24, -20)));
        Scene scene = Scene.of(shapes, glows, sun, Skies.room(Vec.of(0.72, 0.75, 0.84), Vec.of(1.3, 1.2, 1.1)));
        Camera camera = new Camera(Vec.of(0, 36, 150), Vec.of(0, 24, -4), 24.5, 146, 0.4);
        return new Shot(scene, camera, new double[] {0.55, 1, 1, 1}, new Grade(0.85, 0.07, 0.16, 1.1));
    }
}
