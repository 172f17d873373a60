package studio;

/** An ellipsoid with free axes: a ball, a fruit, a leaf, a disc. */
final class Ellipsoid implements Shape {

    private final Vec centre;
    private final Vec[] axes;
    private final Vec half;
    private final Material material;

    /** A ball. */
    Ellipsoid(Vec centre, double radius, Material material) {
        this(centre, Vec.of(1, 0, 0), Vec.of(0, 1, 0), new Vec(radius, radius, radius), material);
    }

    /**
     * @param half half the extent along {@code first}, {@code second} (both unit, at right angles) and the third axis
     */
    Ellipsoid(Vec centre, Vec first, Vec second, Vec half, Material material) {
        this.centre = centre;
        this.half = half;
        this.material = material;
        axes = new Vec[] {first, second, first.cross(second)};
    }

    private Vec squash(Vec v) {
        return new Vec(v.dot(axes[0]) / half.x(), v.dot(axes[1]) / half.y(), v.dot(axes[2]) / half.z());
    }

    @Override
    public double hit(Ray ray, double tMax) {
        Vec o = squash(ray.from().minus(centre));
        Vec d = squash(ray.to());
        double a = d.dot(d);
        double b = o.dot(d);
        double root = b * b - a * (o.dot(o) - 1);
        if (root < 0) {
            return Double.POSITIVE_INFINITY;
        }
        double t = (-b - Math.sqrt(root)) / a;
        return t > 1e-4 && t < tMax ? t : Double.POSITIVE_INFINITY;
    }

    @Override
    public Vec normal(Vec point) {
        Vec p = point.minus(centre);
        Vec n = Vec.ZERO;
        double[] size = {half.x(), half.y(), half.z()};
        for (int i = 0; i < 3; i++) {
            n = n.plus(axes[i].times(p.dot(axes[i]) / (size[i] * size[i])));
        }
        return n.unit();
    }

    @Override
    public Material material(Vec point) {
        return material;
    }

    @Override
    public Box bounds() {
        double x = 0;
        double y = 0;
        double z = 0;
        double[] size = {half.x(), half.y(), half.z()};
        for (int i = 0; i < 3; i++) {
            x += Math.pow(axes[i].x() * size[i], 2);
            y += Math.pow(axes[i].y() * size[i], 2);
            z += Math.pow(axes[i].z() * size[i], 2);
        }
        return Box.around(centre, new Vec(Math.sqrt(x), Math.sqrt(y), Math.sqrt(z)));
    }
}
