package studio;

import java.util.ArrayList;
import java.util.List;

/**
 * A closed outline in the half plane (radius, height), drawn point by point, that a {@link Lathe} spins into a solid.
 */
final class Outline {

    private final List<double[]> points = new ArrayList<>();

    static Outline from(double r, double y) {
        return new Outline().line(r, y);
    }

    Outline line(double r, double y) {
        points.add(new double[] {r, y});
        return this;
    }

    /** A cubic Bézier curve from the last point. */
    Outline curve(double r1, double y1, double r2, double y2, double r3, double y3) {
        double[] p = points.getLast();
        for (int i = 1; i <= 40; i++) {
            double t = i / 40.0;
            double u = 1 - t;
            double a = u * u * u;
            double b = 3 * u * u * t;
            double c = 3 * u * t * t;
            double d = t * t * t;
            line(a * p[0] + b * r1 + c * r2 + d * r3, a * p[1] + b * y1 + c * y2 + d * y3);
        }
        return this;
    }

    double maxRadius() {
        return points.stream().mapToDouble(p -> p[0]).max().orElseThrow();
    }

    double low() {
        return points.stream().mapToDouble(p -> p[1]).min().orElseThrow();
    }

    double high() {
        return points.stream().mapToDouble(p -> p[1]).max().orElseThrow();
    }

    /** Signed distance from a point to the outline, negative inside. */
    double distance(double r, double y) {
        double best = Double.MAX_VALUE;
        boolean inside = false;
        double[] a = points.getLast();
        for (double[] b : points) {
            double er = b[0] - a[0];
            double ey = b[1] - a[1];
            double squared = er * er + ey * ey;
            if (squared > 0) {
                // An edge on the axis is inside the solid, not part of its surface.
                if (a[0] > 1e-9 || b[0] > 1e-9) {
                    double t = Math.clamp(((r - a[0]) * er + (y - a[1]) * ey) / squared, 0, 1);
                    double dr = r - a[0] - er * t;
                    double dy = y - a[1] - ey * t;
                    best = Math.min(best, dr * dr + dy * dy);
                }
                if (a[1] > y != b[1] > y && r < er * (y - a[1]) / ey + a[0]) {
                    inside = !inside;
                }
            }
            a = b;
        }
        double distance = Math.sqrt(best);
        return inside ? -distance : distance;
    }
}
