package studio;

import java.util.function.UnaryOperator;

/** Light that comes from all around. */
final class Skies {

    private Skies() {}

    /** Soft light from a direction: full inside the cone, fading out over its edge. Angles in degrees. */
    static double softBox(Vec d, Vec centre, double cone, double edge) {
        double from = Math.cos(Math.toRadians(cone + edge));
        return Ease.step(d.dot(centre.unit()), from, Math.cos(Math.toRadians(cone)));
    }

    /** A bright room: even light, a large soft box above left, a strip at the right, a dark floor in front. */
    static UnaryOperator<Vec> room(Vec even, Vec key) {
        return d -> {
            double strip = Ease.step(d.x(), 0.74, 0.86) * Ease.step(-d.x(), -0.99, -0.93) * Ease.step(d.y(), -0.1, 0.2);
            double shade = 0.35 + 0.65 * Ease.step(d.y(), -0.35, 0.35);
            return even.times(shade)
                    .plus(key.times(1.5 * softBox(d, Vec.of(-0.55, 0.75, 0.45), 20, 12)))
                    .plus(key.times(0.9 * strip));
        };
    }
}
