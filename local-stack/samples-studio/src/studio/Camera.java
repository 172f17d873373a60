package studio;

/** A thin-lens camera. */
final class Camera {

    private final Vec eye;
    private final Vec ahead;
    private final Vec right;
    private final Vec up;
    private final double focus;
    private final double aperture;
    private final double tan;

    /**
     * @param fieldOfView vertical, in degrees
     * @param focus distance of the sharp plane from the eye
     * @param aperture radius of the lens, 0 for everything sharp
     */
    Camera(Vec eye, Vec target, double fieldOfView, double focus, double aperture) {
        this.eye = eye;
        this.focus = focus;
        this.aperture = aperture;
        ahead = target.minus(eye).unit();
        right = ahead.cross(Vec.of(0, 1, 0)).unit();
        up = right.cross(ahead);
        tan = Math.tan(Math.toRadians(fieldOfView) / 2);
    }

    /**
     * Where a point appears, x and y in the units of {@link #ray}; z is its distance from the eye, negative behind it.
     */
    Vec project(Vec point) {
        Vec to = point.minus(eye);
        double z = to.dot(ahead);
        double scale = 1 / (Math.max(1e-6, z) * tan);
        return Vec.of(to.dot(right) * scale, to.dot(up) * scale, z <= 0 ? -1 : to.length());
    }

    /** A ray through (x, y), both -1..1 over the picture's height, from the lens point (u, v) in the unit square. */
    Ray ray(double x, double y, double u, double v) {
        Vec to = ahead.plus(right.times(x * tan)).plus(up.times(y * tan));
        if (aperture == 0) {
            return new Ray(eye, to.unit());
        }
        double r = aperture * Math.sqrt(u);
        double angle = 2 * Math.PI * v;
        Vec lens = eye.plus(right.times(r * Math.cos(angle))).plus(up.times(r * Math.sin(angle)));
        return new Ray(lens, eye.plus(to.times(focus)).minus(lens).unit());
    }
}
