package studio;

/** A box with rounded edges, turned about the vertical. */
final class Block implements Shape {

    private final Vec centre;
    private final Vec half;
    private final double round;
    private final double cos;
    private final double sin;
    private final Material material;

    Block(Vec centre, Vec half, double round, double degrees, Material material) {
        this.centre = centre;
        this.half = half;
        this.round = round;
        this.material = material;
        cos = Math.cos(Math.toRadians(degrees));
        sin = Math.sin(Math.toRadians(degrees));
    }

    private Vec inward(Vec v) {
        return new Vec(v.x() * cos - v.z() * sin, v.y(), v.x() * sin + v.z() * cos);
    }

    private Vec outward(Vec v) {
        return new Vec(v.x() * cos + v.z() * sin, v.y(), -v.x() * sin + v.z() * cos);
    }

    private double distance(Vec p) {
        double x = Math.abs(p.x()) - half.x() + round;
        double y = Math.abs(p.y()) - half.y() + round;
        double z = Math.abs(p.z()) - half.z() + round;
        double ax = Math.max(x, 0);
        double ay = Math.max(y, 0);
        double az = Math.max(z, 0);
        return Math.sqrt(ax * ax + ay * ay + az * az) + Math.min(0, Math.max(x, Math.max(y, z))) - round;
    }

    @Override
    public double hit(Ray ray, double tMax) {
        Ray local = new Ray(inward(ray.from().minus(centre)), inward(ray.to()));
        if (!Box.around(Vec.ZERO, half).isHit(local, tMax)) {
            return Double.POSITIVE_INFINITY;
        }
        double t = 0;
        double reach = tMax;
        for (int step = 0; step < 120 && t < reach; step++) {
            double d = distance(local.at(t));
            if (d < 0.003) {
                return t;
            }
            t += Math.max(d, 0.002);
        }
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public Vec normal(Vec point) {
        Vec p = inward(point.minus(centre));
        double h = 0.002;
        return outward(new Vec(
                        distance(p.plus(Vec.of(h, 0, 0))) - distance(p.minus(Vec.of(h, 0, 0))),
                        distance(p.plus(Vec.of(0, h, 0))) - distance(p.minus(Vec.of(0, h, 0))),
                        distance(p.plus(Vec.of(0, 0, h))) - distance(p.minus(Vec.of(0, 0, h)))))
                .unit();
    }

    @Override
    public Material material(Vec point) {
        return material;
    }

    @Override
    public Box bounds() {
        double x = Math.abs(half.x() * cos) + Math.abs(half.z() * sin);
        double z = Math.abs(half.x() * sin) + Math.abs(half.z() * cos);
        return Box.around(centre, new Vec(x, half.y(), z));
    }
}
