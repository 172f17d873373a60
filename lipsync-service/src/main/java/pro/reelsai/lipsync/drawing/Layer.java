package pro.reelsai.lipsync.drawing;

import io.github.humbleui.skija.Canvas;
import pro.reelsai.lipsync.presenter.Pose;
import pro.reelsai.lipsync.viseme.MouthShape;

/** One part of a presenter, drawn over the parts before it. Owns native objects, so it is closed after use. */
interface Layer extends AutoCloseable {
    /**
     * Draws the part as it is in one frame.
     *
     * @param canvas where the origin is between the eyes of a presenter at rest
     * @param pose the head, eyes and chest
     * @param mouth the mouth
     */
    void draw(Canvas canvas, Pose pose, MouthShape mouth);

    @Override
    void close();
}
