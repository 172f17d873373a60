package pro.reelsai.lipsync.drawing;

import io.github.humbleui.skija.FilterBlurMode;
import io.github.humbleui.skija.MaskFilter;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.PaintMode;
import io.github.humbleui.skija.PaintStrokeCap;
import io.github.humbleui.skija.PaintStrokeJoin;
import io.github.humbleui.skija.Path;
import io.github.humbleui.skija.Shader;
import io.github.humbleui.skija.impl.Managed;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Makes the paints and fixed shapes of a drawing and owns them: they are native objects, made once, used for every
 * frame and freed together.
 */
final class Inks implements AutoCloseable {
    private final Deque<Managed> owned = new ArrayDeque<>();
    private final boolean dithered;

    private Inks(boolean dithered) {
        this.dithered = dithered;
    }

    /** For what is drawn in every frame. */
    static Inks quick() {
        return new Inks(false);
    }

    /** For what is drawn once: colours that change slowly are dithered, which is slow but leaves no bands. */
    static Inks fine() {
        return new Inks(true);
    }

    /** A flat colour. */
    Paint flat(int color) {
        return own(new Paint().setAntiAlias(true).setColor(color));
    }

    /** A colour that changes from one height to another. */
    Paint vertical(float top, float bottom, int... colors) {
        return shaded(own(Shader.makeLinearGradient(0, top, 0, bottom, colors)));
    }

    /** A colour that changes along a line. */
    Paint along(float x0, float y0, float x1, float y1, int... colors) {
        return shaded(own(Shader.makeLinearGradient(x0, y0, x1, y1, colors)));
    }

    /** A colour that changes along a line, with each colour's place on it, 0 to 1. */
    Paint along(float x0, float y0, float x1, float y1, int[] colors, float[] places) {
        return shaded(own(Shader.makeLinearGradient(x0, y0, x1, y1, colors, places)));
    }

    /** A colour that changes from a centre outwards. */
    Paint radial(float x, float y, float radius, int... colors) {
        return shaded(own(Shader.makeRadialGradient(x, y, radius, colors)));
    }

    /** A soft spot: the colour in the centre, nothing at the rim. */
    Paint spot(float x, float y, float radius, int color) {
        int clear = color & 0x00FFFFFF;
        int alpha = color >>> 24;
        int halfway = clear | (alpha * 2 / 5) << 24;
        return shaded(own(
                Shader.makeRadialGradient(x, y, radius, new int[] {color, halfway, clear}, new float[] {0, 0.5f, 1})));
    }

    /** A line with round ends. */
    Paint line(int color, float width) {
        return stroked(flat(color), width);
    }

    /** Turns a paint into one that draws lines. */
    Paint stroked(Paint paint, float width) {
        return paint.setMode(PaintMode.STROKE)
                .setStrokeWidth(width)
                .setStrokeCap(PaintStrokeCap.ROUND)
                .setStrokeJoin(PaintStrokeJoin.ROUND);
    }

    /** A colour with blurred edges; slow, for what is drawn once. */
    Paint blurred(int color, float sigma) {
        return flat(color).setMaskFilter(own(MaskFilter.makeBlur(FilterBlurMode.NORMAL, sigma)));
    }

    /** A fixed shape in the path syntax of SVG. */
    Path shape(String svg) {
        return own(Path.makeFromSVGString(svg));
    }

    /** Takes an object over, to be freed with the rest. */
    <T extends Managed> T own(T resource) {
        owned.push(resource);
        return resource;
    }

    /** Filled by a shader. */
    Paint shaded(Shader shader) {
        return own(new Paint().setAntiAlias(true).setDither(dithered).setShader(shader));
    }

    @Override
    public void close() {
        owned.forEach(Managed::close);
        owned.clear();
    }
}
