package studio;

/** A photographer's backdrop: floor at y = 0, wall at z = -depth, and a round sweep between them. */
final class Cove implements Shape {

    private final double depth;
    private final double sweep;
    private final Material floor;
    private final Material wall;

    Cove(double depth, double sweep, Material floor, Material wall) {
        this.depth = depth;
        this.sweep = sweep;
        this.floor = floor;
        this.wall = wall;
    }

    @Override
    public double hit(Ray ray, double tMax) {
        double best = Double.POSITIVE_INFINITY;
        if (ray.to().y() < 0) {
            double t = -ray.from().y() / ray.to().y();
            if (t > 1e-4 && ray.at(t).z() > sweep - depth) {
                best = t;
            }
        }
        if (ray.to().z() < 0) {
            double t = (-depth - ray.from().z()) / ray.to().z();
            if (t > 1e-4 && ray.at(t).y() > sweep) {
                best = Math.min(best, t);
            }
        }
        if (sweep > 0) {
            double y = ray.from().y() - sweep;
            double z = ray.from().z() + depth - sweep;
            double a = ray.to().y() * ray.to().y() + ray.to().z() * ray.to().z();
            double b = y * ray.to().y() + z * ray.to().z();
            double root = b * b - a * (y * y + z * z - sweep * sweep);
            if (root > 0 && a > 1e-12) {
                double t = (-b + Math.sqrt(root)) / a;
                Vec p = ray.at(t);
                if (t > 1e-4 && p.y() <= sweep && p.z() <= sweep - depth) {
                    best = Math.min(best, t);
                }
            }
        }
        return best < tMax ? best : Double.POSITIVE_INFINITY;
    }

    @Override
    public Vec normal(Vec p) {
        if (p.z() >= sweep - depth) {
            return Vec.of(0, 1, 0);
        }
        if (p.y() >= sweep) {
            return Vec.of(0, 0, 1);
        }
        return Vec.of(0, sweep - p.y(), sweep - depth - p.z()).unit();
    }

    @Override
    public Material material(Vec p) {
        return p.y() > 0.01 ? wall : floor;
    }

    @Override
    public Box bounds() {
        return null;
    }
}
