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
        Duskling.Unit lamp = Duskling.at(Vec.ZERO, Duskling.MIDNIGHT, 6);
        Duskling.Unit far = Duskling.at(Vec.of(-34, 0, -30), Duskling.MUSTARD, 6);
        Duskling.Unit farther = Duskling.at(Vec.of(4, 0, -50), Duskling.TERRACOTTA, 6);
        shapes.addAll(lamp.shapes());
        shapes.addAll(far.shapes());
        shapes.addAll(farther.shapes());
        List<Scene.Glow> glows = new ArrayList<>(lamp.glows());
        glows.addAll(far.glows());
        glows.addAll(farther.glows());
        Scene scene = Scene.of(shapes, glows, null, d -> Vec.of(0.10, 0.13, 0.18)
                .plus(Vec.of(2.2, 2.5, 3.1).times(Skies.softBox(d, Vec.of(-0.85, 0.2, 0.5), 20, 9)))
                .plus(Vec.of(1.9, 1.7, 1.5).times(Skies.softBox(d, Vec.of(0.45, 0.85, 0.45), 24, 10)))
                .plus(Vec.of(1.6, 1.5, 1.4).times(Skies.softBox(d, Vec.of(0.95, 0.1, 0.4), 12, 6))));
        Camera camera = new Camera(Vec.of(15, 9.5, 43), Vec.of(0.4, 15.2, 0), 21, 44, 0.9);
        return new Shot(scene, camera, new double[] {0.9, 0, 0, 1}, new Grade(0.9, 0.09, 0.2, 1.1));
    }
}
