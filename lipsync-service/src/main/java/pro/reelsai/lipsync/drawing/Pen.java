package pro.reelsai.lipsync.drawing;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.Path;
import io.github.humbleui.skija.PathBuilder;

/** Draws shapes that differ from frame to frame. Begin a shape with {@link #at}, end it by drawing or keeping it. */
final class Pen implements AutoCloseable {
    private final PathBuilder builder = new PathBuilder();

    /** Begins a contour. */
    Pen at(double x, double y) {
        builder.moveTo((float) x, (float) y);
        return this;
    }

    /** Goes straight on. */
    Pen to(double x, double y) {
        builder.lineTo((float) x, (float) y);
        return this;
    }

    /** Goes on in a cubic Bézier curve. */
    Pen curve(double x1, double y1, double x2, double y2, double x, double y) {
        builder.cubicTo((float) x1, (float) y1, (float) x2, (float) y2, (float) x, (float) y);
        return this;
    }

    /** Goes back to where the contour began. */
    Pen shut() {
        builder.closePath();
        return this;
    }

    /** The shape so far, for the caller to close; the pen is ready for the next one. */
    Path path() {
        return builder.detach();
    }

    /** Draws the shape so far; the pen is ready for the next one. */
    void draw(Canvas canvas, Paint paint) {
        try (Path path = path()) {
            canvas.drawPath(path, paint);
        }
    }

    @Override
    public void close() {
        builder.close();
    }
}
