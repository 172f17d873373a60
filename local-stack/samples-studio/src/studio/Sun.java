package studio;

/**
 * Parallel light that may shine through a {@link Gobo}.
 *
 * @param towards unit direction from the set to the sun
 * @param light irradiance on a surface that faces it
 * @param gobo what it shines through, or null
 */
record Sun(Vec towards, Vec light, Gobo gobo) {

    double shine(Vec point) {
        return gobo == null ? 1 : gobo.at(point, towards);
    }
}
