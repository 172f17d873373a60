package studio;

/**
 * A scene, how it is framed, and how its light is mixed and developed.
 *
 * @param weights of each group, in the order of {@link Light}
 */
record Shot(Scene scene, Camera camera, double[] weights, Grade grade) {

    byte[] render(int width, int height, int paths) {
        Film film = new Tracer(scene, camera).shoot(width, height, paths);
        for (Light light : new Light[] {Light.SKY, Light.SUN_BOUNCE, Light.LAMP}) {
            Denoise.smooth(film, light.ordinal(), 4, 0.9);
        }
        return grade.develop(film.mix(weights), width, height, 1);
    }
}
