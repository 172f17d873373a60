package studio;

import java.util.function.UnaryOperator;

/**
 * What a surface is made of.
 *
 * @param colour diffuse colour by point, or the mirror colour of a metal
 * @param shine reflectance of the clear coat seen head on (0 none, 0.04 lacquer)
 * @param roughness of the coat or metal, 0 mirror to 1 chalk
 * @param glow radiance of a lamp
 * @param through radiance by point of a shade that its lamp shines through, or null
 */
record Material(
        UnaryOperator<Vec> colour,
        double shine,
        double roughness,
        boolean metal,
        Vec glow,
        UnaryOperator<Vec> through) {

    static Material matte(Vec colour) {
        return new Material(p -> colour, 0, 1, false, Vec.ZERO, null);
    }

    static Material satin(Vec colour, double shine, double roughness) {
        return new Material(p -> colour, shine, roughness, false, Vec.ZERO, null);
    }

    static Material pattern(UnaryOperator<Vec> colour, double shine, double roughness) {
        return new Material(colour, shine, roughness, false, Vec.ZERO, null);
    }

    static Material metal(Vec colour, double roughness) {
        return new Material(p -> colour, 1, roughness, true, Vec.ZERO, null);
    }

    static Material glowing(Vec radiance) {
        return new Material(p -> Vec.of(0.8, 0.78, 0.74), 0, 1, false, radiance, null);
    }
}
