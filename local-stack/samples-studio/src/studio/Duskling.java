package studio;

import java.util.ArrayList;
import java.util.List;

/** The product: a cordless table lamp, 25 cm tall, with a spun dome over a glowing opal ball. */
final class Duskling {

    static final Vec TERRACOTTA = Vec.srgb(0xC4532F);
    static final Vec SAGE = Vec.srgb(0x8DA284);
    static final Vec CREAM = Vec.srgb(0xEFE3CB);
    static final Vec MIDNIGHT = Vec.srgb(0x22344F);
    static final Vec MUSTARD = Vec.srgb(0xDB9A2B);
    static final Vec BLUSH = Vec.srgb(0xE3A596);
    static final Vec BRASS = Vec.of(0.93, 0.70, 0.36);

    /** Radiance of the opal ball at full brightness: the white of a flame. */
    static final Vec WARM = Vec.of(1.0, 0.66, 0.33);

    /** How much more light the lamp gives than its shade lets through; what makes the table under it glow. */
    private static final double BEAM = 5;

    private static final double ROUGHNESS = 0.27;

    static final double BALL = 4.3;
    static final double BALL_HEIGHT = 16.4;

    private static final Lathe STAND = new Lathe(
            Vec.ZERO,
            Outline.from(0, 0.2)
                    .line(5.5, 0.2)
                    .line(5.7, 0.5)
                    .curve(5.7, 1.6, 4.2, 1.75, 2.7, 2.2)
                    .curve(1.5, 2.6, 1.2, 3.6, 1.15, 5.2)
                    .line(1.05, 11.3)
                    .line(0, 11.3),
            0.2,
            Material.matte(Vec.ONE));
    private static final Lathe RING = new Lathe(
                    Vec.ZERO,
                    Outline.from(0, 11.35).line(1.62, 11.35).line(1.62, 12.75).line(0, 12.75),
                    0.14,
                    Material.matte(Vec.ONE))
            .grooved(p -> {
                boolean side = Math.hypot(p.x(), p.z()) > 1.7 && p.y() > 11.42 && p.y() < 12.68;
                double wave = side ? 0.55 * Math.cos(Math.atan2(p.z(), p.x()) * 44) : 0;
                return Vec.of(-p.z(), 0, p.x()).times(wave / 1.7);
            });
    private static final Lathe FINIAL = new Lathe(
            Vec.ZERO,
            Outline.from(0, 24.0).line(0.75, 24.0).line(0.75, 24.35).curve(1.25, 24.5, 1.2, 25.6, 0, 25.7),
            0.1,
            Material.matte(Vec.ONE));
    private static final Lathe DOME = new Lathe(Vec.ZERO, dome(), 0.06, Material.matte(Vec.ONE));

    private Duskling() {}

    private static Outline dome() {
        Outline outline = null;
        int steps = 90;
        for (int i = 0; i <= steps; i++) {
            double a = Math.PI / 2 * i / steps;
            outline = outline == null ? Outline.from(domeR(a, 0), domeY(a, 0)) : outline.line(domeR(a, 0), domeY(a, 0));
        }
        for (int i = steps; i >= 0; i--) {
            double a = Math.PI / 2 * i / steps;
            outline.line(domeR(a, 0.26), domeY(a, 0.26));
        }
        return outline;
    }

    private static double domeR(double a, double in) {
        return (9.7 - in) * Math.pow(Math.cos(a), 0.86);
    }

    private static double domeY(double a, double in) {
        return 15.9 + (8.2 - in) * Math.pow(Math.sin(a), 0.96);
    }

    /** A lamp of the colour at a place; {@code power} scales its light: 5 by day, 15 in the dark, 0 off. */
    static Unit at(Vec foot, Vec colour, double power) {
        Material paint = Material.satin(colour, 0.05, ROUGHNESS);
        Vec inside = Vec.of(0.86, 0.84, 0.80);
        Material shell = new Material(
                p -> {
                    double r = Math.hypot(p.x() - foot.x(), p.z() - foot.z());
                    double y = p.y() - foot.y() - 15.9;
                    double place = Math.pow(r / 9.7, 2 / 0.86) + Math.pow(Math.max(0, y) / 8.2, 2 / 0.96);
                    return place > 0.975 ? colour : inside;
                },
                0.05,
                ROUGHNESS,
                false,
                Vec.ZERO,
                power == 0
                        ? null
                        : p -> {
                            double low = 1 - Math.clamp((p.y() - foot.y() - 15.9) / 8.2, 0, 1);
                            return colour.times(WARM).times(power * (0.014 + 0.075 * low * low * low));
                        });
        Material brass = Material.metal(BRASS, 0.3);
        Vec centre = foot.plus(Vec.of(0, BALL_HEIGHT, 0));
        Vec radiance = WARM.times(power * BEAM);
        Material opal = power > 0 ? Material.glowing(radiance) : Material.satin(Vec.of(0.9, 0.88, 0.84), 0.04, 0.2);
        Shape ball = new Ellipsoid(centre, BALL, opal);
        List<Shape> shapes = new ArrayList<>();
        shapes.add(STAND.copy(foot, paint));
        shapes.add(RING.copy(foot, brass));
        shapes.add(FINIAL.copy(foot, brass));
        Shape dome = DOME.copy(foot, shell);
        shapes.add(dome);
        shapes.add(ball);
        return new Unit(shapes, power > 0 ? List.of(new Scene.Glow(ball, dome, centre, BALL, radiance)) : List.of());
    }

    /** One lamp's shapes and the light it gives. */
    record Unit(List<Shape> shapes, List<Scene.Glow> glows) {}
}
