package studio;

import java.util.ArrayList;
import java.util.List;

/** Close to the brass dial and the rim of the dome, a second lamp out of focus behind. */
final class Detail {

    private Detail() {}

    static Shot shot() {
        List<Shape> shapes = new ArrayList<>();
        Material floor = Material.satin(Vec.srgb(0x3A5A64), 0.04, 0.3);
        Material wall = Material.matte(Vec.srgb(0x41636B));
        shapes.add(new Cove(60, 20, floor, wall));
        Duskling.Unit lamp = Duskling.at(Vec.ZERO, Duskling.MIDNIGHT, 4.6);
        Duskling.Unit far = Duskling.at(Vec.of(-24, 0, -34), Duskling.MUSTARD, 4.6);
        Duskling.Unit farther = Duskling.at(Vec.of(17, 0, -44), Duskling.TERRACOTTA, 4.6);
        shapes.addAll(lamp.shapes());
        shapes.addAll(far.shapes());
        shapes.addAll(farther.shapes());
        List<Scene.Glow> glows = new ArrayList<>(lamp.glows());
        glows.addAll(far.glows());
        glows.addAll(farther.glows());
        Scene scene = Scene.of(shapes, glows, null, d -> {
            // Two soft boxes, tall and left, wide and above, over a dim room.
            double left = box(d, Vec.of(-0.9, 0.25, 0.4).unit(), 0.5);
            double top = box(d, Vec.of(0.35, 0.8, 0.55).unit(), 0.45);
            return Vec.of(0.10, 0.13, 0.18).plus(Vec.of(1.5, 1.7, 2.1).times(left)).plus(Vec.of(1.5, 1.4, 1.3).times(top));
        });
        Camera camera = new Camera(Vec.of(9, 13.2, 48), Vec.of(0, 14.6, 0), 22.5, 46.5, 1.1);
        return new Shot(scene, camera, new double[] {0.9, 0, 0, 1}, new Grade(0.9, 0.09, 0.2, 1.1));
    }

    private static double box(Vec d, Vec centre, double size) {
        double x = Math.clamp((d.dot(centre) - (1 - size * 0.5)) / 0.12, 0, 1);
        return x * x * (3 - 2 * x);
    }
}
