package studio;

import java.util.function.UnaryOperator;

/** A turned solid: an outline spun round a vertical axis. Its distance field is tabled once and then marched along. */
final class Lathe implements Shape {

    private static final double EPSILON = 0.004;

    private final Vec foot;
    private final Material material;
    private final double cell;
    private final double low;
    private final double high;
    private final double radius;
    private final int columns;
    private final int rows;
    private final float[] table;
    private final UnaryOperator<Vec> tilt;

    /** @param rounding how much every edge is rounded, which also makes the solid that much thicker */
    Lathe(Vec foot, Outline outline, double rounding, Material material) {
        this(foot, outline, rounding, material, null);
    }

    private Lathe(Vec foot, Outline outline, double rounding, Material material, UnaryOperator<Vec> tilt) {
        this.foot = foot;
        this.material = material;
        this.tilt = tilt;
        double margin = rounding + 0.05;
        radius = outline.maxRadius() + margin;
        low = outline.low() - margin;
        high = outline.high() + margin;
        cell = Math.max(radius, high - low) / 420;
        columns = (int) Math.ceil(radius / cell) + 3;
        rows = (int) Math.ceil((high - low) / cell) + 3;
        table = new float[columns * rows];
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++) {
                table[j * columns + i] = (float) (outline.distance(i * cell, low + (j - 1) * cell) - rounding);
            }
        }
    }

    private Lathe(Lathe other, Vec foot, Material material, UnaryOperator<Vec> tilt) {
        this.foot = foot;
        this.material = material;
        this.tilt = tilt;
        radius = other.radius;
        low = other.low;
        high = other.high;
        cell = other.cell;
        columns = other.columns;
        rows = other.rows;
        table = other.table;
    }

    /** The same solid elsewhere and of something else. */
    Lathe copy(Vec newFoot, Material newMaterial) {
        return new Lathe(this, newFoot, newMaterial, tilt);
    }

    /** With grooves: the function gives what to add to the normal at a point relative to the foot. */
    Lathe grooved(UnaryOperator<Vec> grooves) {
        return new Lathe(this, foot, material, grooves);
    }

    private double distance(double x, double y, double z) {
        double u = Math.sqrt(x * x + z * z) / cell;
        double v = (y - low) / cell + 1;
        int i = Math.clamp((int) u, 0, columns - 2);
        int j = Math.clamp((int) v, 0, rows - 2);
        double a = u - i;
        double b = v - j;
        int k = j * columns + i;
        return (table[k] * (1 - a) + table[k + 1] * a) * (1 - b)
                + (table[k + columns] * (1 - a) + table[k + columns + 1] * a) * b;
    }

    @Override
    public double hit(Ray ray, double tMax) {
        double ox = ray.from().x() - foot.x();
        double oy = ray.from().y() - foot.y();
        double oz = ray.from().z() - foot.z();
        double dx = ray.to().x();
        double dy = ray.to().y();
        double dz = ray.to().z();
        double near = 0;
        double far = tMax;
        double a = dx * dx + dz * dz;
        double b = ox * dx + oz * dz;
        double c = ox * ox + oz * oz - radius * radius;
        if (a > 1e-12) {
            double root = b * b - a * c;
            if (root < 0) {
                return Double.POSITIVE_INFINITY;
            }
            root = Math.sqrt(root);
            near = Math.max(near, (-b - root) / a);
            far = Math.min(far, (-b + root) / a);
        } else if (c > 0) {
            return Double.POSITIVE_INFINITY;
        }
        if (Math.abs(dy) > 1e-12) {
            double t0 = (low - oy) / dy;
            double t1 = (high - oy) / dy;
            near = Math.max(near, Math.min(t0, t1));
            far = Math.min(far, Math.max(t0, t1));
        } else if (oy < low || oy > high) {
            return Double.POSITIVE_INFINITY;
        }
        double t = near;
        for (int step = 0; step < 160 && t < far; step++) {
            double d = distance(ox + dx * t, oy + dy * t, oz + dz * t);
            if (d < EPSILON) {
                return t;
            }
            t += Math.max(d * 0.97, 0.003);
        }
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public Vec normal(Vec point) {
        Vec p = point.minus(foot);
        double h = cell * 0.75;
        double r = Math.sqrt(p.x() * p.x() + p.z() * p.z());
        double outward = distance(r + h, p.y(), 0) - distance(Math.max(0, r - h), p.y(), 0);
        double upward = distance(r, p.y() + h, 0) - distance(r, p.y() - h, 0);
        double scale = r < 1e-6 ? 0 : outward / r;
        Vec normal = new Vec(p.x() * scale, upward, p.z() * scale);
        if (normal.length() < 1e-9) {
            normal = new Vec(0, 1, 0);
        }
        normal = normal.unit();
        return tilt == null ? normal : normal.plus(tilt.apply(p)).unit();
    }

    @Override
    public Material material(Vec point) {
        return material;
    }

    @Override
    public Box bounds() {
        return new Box(foot.plus(Vec.of(-radius, low, -radius)), foot.plus(Vec.of(radius, high, radius)));
    }
}
