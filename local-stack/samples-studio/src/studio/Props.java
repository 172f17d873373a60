package studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What stands around the lamp. */
final class Props {

    private Props() {}

    /** Oiled wood with the grain along x. */
    static Material wood(Vec dark, Vec light, double shine) {
        return Material.pattern(
                p -> {
                    double plank = Math.floor((p.z() + 200) / 11.5);
                    double shift = Noise.at(plank * 7.3, 0.5, 0.5) * 90;
                    double warp = Noise.cloud((p.x() + shift) * 0.035, p.y() * 0.4, p.z() * 0.16) * 5;
                    double ring = 0.5 + 0.5 * Math.sin((p.z() * 0.55 + warp * 2.6 + shift) * 2.1);
                    double fibre = Noise.cloud((p.x() + shift) * 0.22, p.y() * 4, p.z() * 7.0);
                    double seam = Math.abs((p.z() + 200) / 11.5 - plank - 0.5) > 0.488 ? 0.45 : 1;
                    return dark.mix(
                                    light,
                                    0.25
                                            + 0.4 * ring * ring
                                            + 0.45 * (fibre - 0.35)
                                            + 0.22 * (Noise.at(plank * 3.1, 1.5, 2.5) - 0.5))
                            .times(seam);
                },
                shine,
                0.42);
    }

    /** A closed book lying flat. */
    static List<Shape> book(Vec foot, double width, double thick, double deep, double degrees, Vec cover) {
        Material cloth = Material.satin(cover, 0.03, 0.55);
        Material paper = Material.pattern(p -> Vec.srgb(0xF1E6D0).times(0.86 + 0.14 * Math.sin(p.y() * 46)), 0, 1);
        Vec middle = foot.plus(Vec.of(0, thick / 2, 0));
        double board = 0.22;
        List<Shape> shapes = new ArrayList<>();
        shapes.add(new Block(
                foot.plus(Vec.of(0, board / 2, 0)), Vec.of(width / 2, board / 2, deep / 2), 0.09, degrees, cloth));
        shapes.add(new Block(
                foot.plus(Vec.of(0, thick - board / 2, 0)),
                Vec.of(width / 2, board / 2, deep / 2),
                0.09,
                degrees,
                cloth));
        shapes.add(new Block(
                middle, Vec.of(width / 2 - 0.35, thick / 2 - board * 0.9, deep / 2 - 0.35), 0.02, degrees, paper));
        double spine = Math.toRadians(degrees);
        Vec back = Vec.of(Math.cos(spine), 0, -Math.sin(spine)).times(-width / 2 + 0.1);
        shapes.add(new Block(middle.plus(back), Vec.of(0.14, thick / 2, deep / 2), 0.1, degrees, cloth));
        return shapes;
    }

    /** An open bowl or cup: outer profile given by foot and rim radius and height. */
    static Lathe bowl(Vec foot, double base, double rim, double height, Material glaze) {
        double wall = 0.34;
        return new Lathe(
                foot,
                Outline.from(0, 0.1)
                        .line(base, 0.1)
                        .curve(base + (rim - base) * 0.75, 0.15, rim, height * 0.4, rim, height)
                        .line(rim - wall, height)
                        .curve(rim - wall, height * 0.45, base + (rim - base) * 0.55, 0.75, base * 0.6, 0.65)
                        .line(0, 0.65),
                0.1,
                glaze);
    }

    /** A round-bellied vase. */
    static Lathe vase(Vec foot, double height, Material glaze) {
        double h = height;
        double r = height * 0.34;
        return new Lathe(
                foot,
                Outline.from(0, 0.1)
                        .line(r * 0.55, 0.1)
                        .curve(r * 1.25, 0.2 * h, r * 1.25, 0.55 * h, r * 0.55, 0.74 * h)
                        .curve(r * 0.3, 0.83 * h, r * 0.34, 0.92 * h, r * 0.46, h)
                        .line(r * 0.46 - 0.3, h)
                        .curve(r * 0.34 - 0.3, 0.92 * h, r * 0.3 - 0.3, 0.83 * h, r * 0.4, 0.7 * h)
                        .line(0, 0.6 * h),
                0.1,
                glaze);
    }

    /** A eucalyptus branch: a bent stem with pairs of round leaves, growing from a point. */
    static List<Shape> branch(Vec from, Vec lean, double length, Vec leaf, long seed) {
        Random random = new Random(seed);
        List<Shape> shapes = new ArrayList<>();
        Material stem = Material.matte(Vec.srgb(0x6B5A45));
        Vec at = from;
        Vec way = lean.unit();
        int joints = (int) (length / 1.5);
        for (int i = 0; i < joints; i++) {
            double step = length / joints;
            way = way.plus(Vec.of(lean.x() * 0.03, -0.012, lean.z() * 0.03)
                            .plus(Vec.of(random.nextGaussian(), 0, random.nextGaussian())
                                    .times(0.03)))
                    .unit();
            Vec next = at.plus(way.times(step));
            Vec side = way.cross(Vec.of(0.3, 0.2, 1)).unit();
            shapes.add(new Ellipsoid(at.mix(next, 0.5), way, side, Vec.of(step * 0.62, 0.12, 0.12), stem));
            if (i > joints / 5) {
                double turn = i * 1.25 + random.nextDouble() * 0.5;
                double size = (1.9 - 1.0 * i / joints) * (0.85 + 0.3 * random.nextDouble());
                for (int pair = 0; pair < 2; pair++) {
                    double angle = turn + pair * Math.PI;
                    Vec out = side.times(Math.cos(angle))
                            .plus(way.cross(side).times(Math.sin(angle)))
                            .plus(way.times(0.45))
                            .unit();
                    Vec across = out.cross(way.plus(Vec.of(0.1, 0.4, 0.2))).unit();
                    Vec tint = leaf.times(0.8 + 0.4 * random.nextDouble());
                    shapes.add(new Ellipsoid(
                            next.plus(out.times(size * 1.05)),
                            out,
                            across,
                            Vec.of(size, size * 0.8, 0.07),
                            Material.satin(tint, 0.03, 0.5)));
                }
            }
            at = next;
        }
        return shapes;
    }

    /** An orange with its dimpled skin. */
    static Shape orange(Vec centre, double radius) {
        Material peel = Material.pattern(
                p -> Vec.srgb(0xE8801C).times(0.86 + 0.28 * Noise.at(p.x() * 6, p.y() * 6, p.z() * 6)), 0.04, 0.4);
        return new Ellipsoid(centre, radius, peel);
    }
}
