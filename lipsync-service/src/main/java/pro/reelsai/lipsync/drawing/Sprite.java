package pro.reelsai.lipsync.drawing;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.ColorAlphaType;
import io.github.humbleui.skija.ColorType;
import io.github.humbleui.skija.FilterTileMode;
import io.github.humbleui.skija.Image;
import io.github.humbleui.skija.ImageInfo;
import io.github.humbleui.skija.Matrix33;
import io.github.humbleui.skija.SamplingMode;
import io.github.humbleui.skija.Shader;
import io.github.humbleui.skija.Surface;
import io.github.humbleui.types.Rect;
import java.util.function.Consumer;

/**
 * A part that never changes, drawn once and then only put in its place. It is kept larger than it is shown, so that it
 * can be moved and turned by fractions of a pixel without getting soft.
 */
final class Sprite implements AutoCloseable {
    private static final float PIXELS_PER_UNIT = 2 * PresenterPainter.SCALE;

    private final Rect bounds;
    private final Image image;

    /**
     * @param bounds what the part covers, in units of the drawing
     * @param drawing draws it
     */
    Sprite(Rect bounds, Consumer<Canvas> drawing) {
        this.bounds = bounds;
        int width = (int) Math.ceil(bounds.getWidth() * PIXELS_PER_UNIT);
        int height = (int) Math.ceil(bounds.getHeight() * PIXELS_PER_UNIT);
        ImageInfo info = new ImageInfo(width, height, ColorType.BGRA_8888, ColorAlphaType.PREMUL);
        try (Surface surface = Surface.makeRaster(info)) {
            Canvas canvas = surface.getCanvas();
            canvas.scale(width / bounds.getWidth(), height / bounds.getHeight());
            canvas.translate(-bounds.getLeft(), -bounds.getTop());
            drawing.accept(canvas);
            image = surface.makeImageSnapshot();
        }
    }

    /** Puts the part where it was drawn, as the canvas is moved and turned. */
    void draw(Canvas canvas) {
        Rect all = Rect.makeWH(image.getWidth(), image.getHeight());
        canvas.drawImageRect(image, all, bounds, SamplingMode.LINEAR, null, false);
    }

    /** The part as a colour to fill a changing shape with; for the caller to close. */
    Shader shader() {
        Matrix33 place = Matrix33.makeTranslate(bounds.getLeft(), bounds.getTop())
                .makeConcat(Matrix33.makeScale(
                        bounds.getWidth() / image.getWidth(), bounds.getHeight() / image.getHeight()));
        return image.makeShader(FilterTileMode.CLAMP, FilterTileMode.CLAMP, SamplingMode.LINEAR, place);
    }

    @Override
    public void close() {
        image.close();
    }
}
