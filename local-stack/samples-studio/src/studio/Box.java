package studio;

/** An axis-aligned bounding box. */
record Box(Vec low, Vec high) {

    static Box around(Vec centre, Vec half) {
        return new Box(centre.minus(half), centre.plus(half));
    }

    Box join(Box b) {
        return new Box(
                new Vec(Math.min(low.x(), b.low.x()), Math.min(low.y(), b.low.y()), Math.min(low.z(), b.low.z())),
                new Vec(
                        Math.max(high.x(), b.high.x()),
                        Math.max(high.y(), b.high.y()),
                        Math.max(high.z(), b.high.z())));
    }

    Vec centre() {
        return low.mix(high, 0.5);
    }

    boolean isHit(Ray ray, double tMax) {
        double a = (low.x() - ray.from().x()) * ray.inverseX;
        double b = (high.x() - ray.from().x()) * ray.inverseX;
        double near = Math.max(0, Math.min(a, b));
        double far = Math.min(tMax, Math.max(a, b));
        a = (low.y() - ray.from().y()) * ray.inverseY;
        b = (high.y() - ray.from().y()) * ray.inverseY;
        near = Math.max(near, Math.min(a, b));
        far = Math.min(far, Math.max(a, b));
        a = (low.z() - ray.from().z()) * ray.inverseZ;
        b = (high.z() - ray.from().z()) * ray.inverseZ;
        near = Math.max(near, Math.min(a, b));
        far = Math.min(far, Math.max(a, b));
        return near <= far;
    }
}
