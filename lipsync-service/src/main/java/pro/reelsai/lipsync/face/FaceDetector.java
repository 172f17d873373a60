package pro.reelsai.lipsync.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the faces in a picture with MediaPipe's short-range model, which sees those that fill a tenth of the picture or more.
 * Not for more than one thread.
 *
 * <p>Source: <a href="https://arxiv.org/abs/1907.05047">BlazeFace</a> and the options of MediaPipe's
 * {@code face_detection_short_range.pbtxt}: 896 anchors on grids of 16 and 8, each with a box and six points.
 */
public final class FaceDetector implements AutoCloseable {
    private static final int SIZE = 128;
    private static final int ANCHORS = 896;
    private static final int FINE_GRID = 16;
    private static final int FINE_ANCHORS = 2 * FINE_GRID * FINE_GRID;
    private static final int COARSE_GRID = 8;
    private static final int VALUES = 16;
    private static final double SURE = 0.6;
    /** Boxes that share more are of one face. */
    private static final double SAME_FACE = 0.3;

    private final Network network = new Network("face_detection", SIZE);

    /** The largest face in a picture. */
    public Optional<FoundFace> largest(Picture picture) {
        return faces(picture).stream().max(Comparator.comparingDouble(FoundFace::size));
    }

    private List<FoundFace> faces(Picture picture) {
        double side = Math.max(picture.width(), picture.height());
        Region square = Region.square(picture.width() / 2.0, picture.height() / 2.0, side, 0);
        List<float[]> outputs = network.look(picture, square, -1, 1);
        List<FoundFace> candidates = new ArrayList<>();
        for (int anchor = 0; anchor < ANCHORS; anchor++) {
            double score = 1 / (1 + Math.exp(-outputs.get(1)[anchor]));
            if (score >= SURE) {
                candidates.add(face(outputs.get(0), anchor, square, score));
            }
        }
        candidates.sort(Comparator.comparingDouble(FoundFace::score).reversed());
        List<FoundFace> faces = new ArrayList<>();
        for (FoundFace candidate : candidates) {
            if (faces.stream().noneMatch(face -> face.overlap(candidate) > SAME_FACE)) {
                faces.add(candidate);
            }
        }
        return faces;
    }

    private static FoundFace face(float[] boxes, int anchor, Region square, double score) {
        double left = square.x() - square.width() / 2;
        double top = square.y() - square.height() / 2;
        boolean fine = anchor < FINE_ANCHORS;
        int grid = fine ? FINE_GRID : COARSE_GRID;
        int cell = fine ? anchor / 2 : (anchor - FINE_ANCHORS) / 6;
        double x = left + (cell % grid + 0.5) / grid * square.width();
        double y = top + (cell / grid + 0.5) / grid * square.height();
        double unit = square.width() / SIZE;
        int box = anchor * VALUES;
        double tilt = Math.atan2(boxes[box + 7] - boxes[box + 5], boxes[box + 6] - boxes[box + 4]);
        return new FoundFace(x + boxes[box] * unit, y + boxes[box + 1] * unit, boxes[box + 2] * unit, tilt, score);
    }

    @Override
    public void close() {
        network.close();
    }
}
