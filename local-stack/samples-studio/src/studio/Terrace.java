package studio;

import java.util.ArrayList;
import java.util.List;

/** The lamp in use: a table in the garden after sunset. */
final class Terrace {

    private Terrace() {}

    static Shot shot() {
        List<Shape> shapes = new ArrayList<>();
        Material oak = Props.wood(Vec.srgb(0x8A5A34), Vec.srgb(0xCFA070), 0.035);
        shapes.add(new Block(Vec.of(0, -2, -6), Vec.of(120, 2, 46), 0.8, 0, oak));
        Duskling.Unit lamp = Duskling.at(Vec.ZERO, Duskling.SAGE, 12);
        shapes.addAll(lamp.shapes());
        Material stoneware = Material.satin(Vec.srgb(0xE9DFCF), 0.045, 0.3);
        shapes.add(Props.bowl(Vec.of(-16, 0, 5), 3.0, 7.4, 4.8, stoneware));
        shapes.add(Props.orange(Vec.of(-18.6, 4.6, 5.6), 3.2));
        shapes.add(Props.orange(Vec.of(-13.0, 4.5, 6.2), 3.1));
        shapes.add(Props.orange(Vec.of(-15.6, 4.5, 1.4), 3.1));
        shapes.add(Props.orange(Vec.of(-15.6, 7.9, 4.4), 3.1));
        Material cup = Material.satin(Vec.srgb(0x39565E), 0.05, 0.28);
        shapes.add(Props.bowl(Vec.of(13.5, 0, 8), 2.6, 4.0, 7.4, cup));
        shapes.add(Props.bowl(Vec.of(20.5, 0, -4), 2.6, 4.0, 7.4, Material.satin(Vec.srgb(0xC98F6B), 0.05, 0.28)));
        shapes.addAll(Props.branch(Vec.of(0, 0.6, 16), Vec.of(1, 0.02, 0.1), 15, Vec.srgb(0x7C9B7E), 5));
        var garden = Backdrops.garden();
        Scene scene = Scene.of(shapes, lamp.glows(), null, d -> {
                    double up = d.y();
                    Vec dusk = Vec.of(0.22, 0.27, 0.44).mix(Vec.of(0.14, 0.2, 0.42), Math.max(0, up));
                    return d.z() < 0 && up < 0.35 ? dusk.mix(Vec.of(0.75, 0.42, 0.30), 0.5 * (1 - Math.abs(up))) : dusk;
                })
                .withBackdrop(garden);
        Camera camera = new Camera(Vec.of(4, 21, 88), Vec.of(0, 13.2, 0), 25.5, 87, 0.9);
        return new Shot(scene, camera, new double[] {0.8, 0, 0, 1}, new Grade(0.85, 0.1, 0.25, 1.2));
    }
}
