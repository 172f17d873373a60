package studio;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A set ready to be shot.
 *
 * @param lamps the glowing balls, which are lights of their own
 * @param sky light from each direction that meets nothing
 * @param backdrop what the camera sees there
 */
record Scene(Space space, List<Glow> lamps, Sun sun, UnaryOperator<Vec> sky, UnaryOperator<Vec> backdrop) {

    static Scene of(List<Shape> shapes, List<Glow> lamps, Sun sun, UnaryOperator<Vec> sky) {
        return new Scene(new Space(shapes), lamps, sun, sky, sky);
    }

    Scene withBackdrop(UnaryOperator<Vec> picture) {
        return new Scene(space, lamps, sun, sky, picture);
    }

    /** A glowing ball, and the shade that it shines through. */
    record Glow(Shape shape, Shape shade, Vec centre, double radius, Vec radiance) {}
}
