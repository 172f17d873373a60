package pro.reelsai.lipsync.local;

import pro.reelsai.lipsync.drawing.PresenterPainter;
import pro.reelsai.lipsync.face.Face;

/**
 * The part of a film that becomes the actor's picture, in the film's pixels. It has the shape of an illustrated presenter's
 * picture and the head at the same place, so that every layout shows a filmed actor as it shows them.
 */
record Portrait(int x, int y, int width, int height) {
    /** How much of the picture's height is between forehead and chin. */
    private static final double FACE = 0.27;
    /** How far down the middle of the face is. */
    private static final double FACE_Y = 0.5;
    /** A film is not enlarged more than this. */
    private static final double LARGEST_ZOOM = 2;

    private static final double SHAPE = (double) PresenterPainter.WIDTH / PresenterPainter.HEIGHT;

    /**
     * Frames a face.
     *
     * @param face where it is
     * @param filmWidth the film's width in pixels
     * @param filmHeight the film's height in pixels
     */
    static Portrait of(Face.Bounds face, int filmWidth, int filmHeight) {
        double wanted = Math.max(face.size() / FACE, PresenterPainter.HEIGHT / LARGEST_ZOOM);
        double height = Math.min(wanted, Math.min(filmHeight, filmWidth / SHAPE));
        int evenHeight = even(height);
        int evenWidth = even(height * SHAPE);
        return new Portrait(
                even(Math.clamp(face.x() - evenWidth / 2.0, 0, filmWidth - evenWidth)),
                even(Math.clamp(face.y() - FACE_Y * evenHeight, 0, filmHeight - evenHeight)),
                evenWidth,
                evenHeight);
    }

    /** The filters that cut it out of the film. */
    String filter() {
        return "crop=%d:%d:%d:%d,scale=%d:%d:flags=bicubic,setsar=1"
                .formatted(width, height, x, y, PresenterPainter.WIDTH, PresenterPainter.HEIGHT);
    }

    /** Colours are kept at half of the resolution, so parts begin and end at every other pixel. */
    private static int even(double pixels) {
        return (int) pixels / 2 * 2;
    }
}
