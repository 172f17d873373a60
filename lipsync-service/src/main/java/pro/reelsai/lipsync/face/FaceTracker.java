package pro.reelsai.lipsync.face;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows the largest face from picture to picture: finds it once, and then looks where it was. Not for more than one
 * thread; holds native memory until it is closed.
 */
public final class FaceTracker implements AutoCloseable {
    private static final int SIZE = 192;
    private static final double PRESENT = 0.5;
    /** A found face's box is tight; the landmarks' model wants to see the whole head. */
    private static final double HEAD = 1.5;

    private final FaceDetector detector = new FaceDetector();
    private final Network landmarks = new Network("face_landmarks", SIZE);
    private final Steadied steadied;
    private @Nullable Face last;

    /**
     * @param picturesPerSecond how fast the pictures follow on one another
     */
    public FaceTracker(double picturesPerSecond) {
        steadied = new Steadied(2 * Face.POINTS, picturesPerSecond);
    }

    /** The face in the next picture; empty while nobody looks into the camera. */
    public Optional<Face> next(Picture picture) {
        Face before = last;
        Optional<Face> seen = before == null ? Optional.empty() : face(picture, before.surroundings());
        if (seen.isEmpty()) {
            steadied.forget();
            seen = detector.largest(picture)
                    .flatMap(found ->
                            face(picture, Region.square(found.x(), found.y(), HEAD * found.size(), found.tilt())));
        }
        last = seen.map(this::steady).orElse(null);
        return Optional.ofNullable(last);
    }

    private Optional<Face> face(Picture picture, Region region) {
        List<float[]> outputs = landmarks.look(picture, region, 0, 1);
        double presence = 1 / (1 + Math.exp(-outputs.get(1)[0]));
        if (presence < PRESENT) {
            return Optional.empty();
        }
        float[] points = outputs.get(0);
        double cos = Math.cos(region.angle());
        double sin = Math.sin(region.angle());
        float[] x = new float[Face.POINTS];
        float[] y = new float[Face.POINTS];
        for (int i = 0; i < Face.POINTS; i++) {
            double across = (points[3 * i] / SIZE - 0.5) * region.width();
            double down = (points[3 * i + 1] / SIZE - 0.5) * region.height();
            x[i] = (float) (region.x() + across * cos - down * sin);
            y[i] = (float) (region.y() + across * sin + down * cos);
        }
        return Optional.of(new Face(x, y));
    }

    private Face steady(Face face) {
        double size = face.eyeDistance();
        float[] x = new float[Face.POINTS];
        float[] y = new float[Face.POINTS];
        for (int i = 0; i < Face.POINTS; i++) {
            x[i] = (float) steadied.next(2 * i, face.x()[i], size);
            y[i] = (float) steadied.next(2 * i + 1, face.y()[i], size);
        }
        return new Face(x, y);
    }

    @Override
    public void close() {
        try (detector) {
            landmarks.close();
        }
    }
}
