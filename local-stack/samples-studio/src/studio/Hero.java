package studio;

import java.util.ArrayList;
import java.util.List;

/** The lamp alone on a round plinth, late sun through palm leaves. */
final class Hero {

    private Hero() {}

    static Shot shot() {
        Vec peach = Vec.srgb(0xF0AE8A);
        Material ground = Material.matte(peach);
        List<Shape> shapes = new ArrayList<>();
        shapes.add(new Cove(42, 14, ground, ground));
        Lathe plinth = new Lathe(
                Vec.ZERO,
                Outline.from(0, 0).line(13.5, 0).line(13.5, 4.6).line(0, 4.6),
                0.4,
                Material.matte(Vec.srgb(0xF4D9BE)));
        shapes.add(plinth);
        shapes.add(new Lathe(
                Vec.of(-17.5, 0, -9),
                Outline.from(0, 0).line(7.5, 0).line(7.5, 10.5).line(0, 10.5),
                0.4,
                Material.matte(Vec.srgb(0x5F8F8C))));
        shapes.add(new Ellipsoid(Vec.of(16.5, 3.2, 8), 3.2, Material.satin(Vec.srgb(0xE9B04A), 0.04, 0.3)));
        Duskling.Unit lamp = Duskling.at(Vec.of(0, 5, 0), Duskling.TERRACOTTA, 4);
        shapes.addAll(lamp.shapes());
        Vec towards = Vec.of(-0.62, 0.62, 0.72).unit();
        Sun sun = new Sun(towards, Vec.of(4.6, 3.5, 2.5), new Gobo(Stencils.palms(0), 78, Vec.of(2, 16, -10)));
        Scene scene = Scene.of(shapes, lamp.glows(), sun, Skies.room(Vec.of(0.75, 0.74, 0.80), Vec.of(1.3, 1.2, 1.1)));
        Camera camera = new Camera(Vec.of(3, 26, 95), Vec.of(0, 16.2, 0), 22.6, 95, 0.35);
        return new Shot(scene, camera, new double[] {0.33, 1.15, 0.9, 0.5}, new Grade(0.8, 0.07, 0.16, 1.1).softer());
    }
}
