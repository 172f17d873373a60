package studio;

import io.github.humbleui.skija.Bitmap;
import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.FilterBlurMode;
import io.github.humbleui.skija.ImageInfo;
import io.github.humbleui.skija.MaskFilter;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.Path;
import io.github.humbleui.skija.PathBuilder;
import io.github.humbleui.skija.Surface;
import io.github.humbleui.types.Rect;

/** Drawn stencils for the sun: a window and the leaves of a palm in front of it. */
final class Stencils {

    static final int SIZE = 1024;

    private Stencils() {}

    /** A window of two by three panes with palm leaves before it; {@code breeze} moves the leaves, in radians. */
    static float[] windowWithPalm(double breeze) {
        return draw(canvas -> {
            try (Paint light = soft(0xFFFFFFFF, 5)) {
                for (int column = 0; column < 2; column++) {
                    for (int row = 0; row < 3; row++) {
                        canvas.drawRect(Rect.makeXYWH(196 + column * 324, 90 + row * 288, 308, 272), light);
                    }
                }
            }
            palm(canvas, 130, 1010, -58, breeze, 620, 7);
            palm(canvas, 60, 560, -22, breeze * 1.3 + 0.02, 520, 8);
        });
    }

    /** Sun through palm leaves alone. */
    static float[] palms(double breeze) {
        return draw(canvas -> {
            canvas.clear(0xFFFFFFFF);
            palm(canvas, -40, 820, -38, breeze, 760, 9);
            palm(canvas, 40, 260, 12, breeze * 1.2, 620, 10);
            palm(canvas, 1080, 200, 150, -breeze, 560, 11);
        });
    }

    private interface Drawing {
        void on(Canvas canvas);
    }

    private static float[] draw(Drawing drawing) {
        ImageInfo info = ImageInfo.makeN32Premul(SIZE, SIZE);
        byte[] pixels;
        try (Surface surface = Surface.makeRaster(info);
                Bitmap bitmap = new Bitmap()) {
            surface.getCanvas().clear(0xFF000000);
            drawing.on(surface.getCanvas());
            bitmap.allocPixels(info);
            surface.readPixels(bitmap, 0, 0);
            pixels = bitmap.readPixels();
        }
        float[] light = new float[SIZE * SIZE];
        for (int i = 0; i < light.length; i++) {
            light[i] = (pixels[i * 4 + 1] & 255) / 255f;
        }
        return light;
    }

    private static Paint soft(int colour, float sigma) {
        Paint paint = new Paint();
        paint.setAntiAlias(true).setColor(colour).setMaskFilter(MaskFilter.makeBlur(FilterBlurMode.NORMAL, sigma));
        return paint;
    }

    /** One palm leaf from its foot: a bent rib with narrow blades on both sides that hang a little. */
    private static void palm(
            Canvas canvas, float x, float y, double degrees, double breeze, double length, float blur) {
        double heading = Math.toRadians(degrees);
        try (Paint shade = soft(0xFF000000, blur);
                PathBuilder leaf = new PathBuilder()) {
            int blades = 17;
            double px = x;
            double py = y;
            for (int i = 0; i < blades * 2; i++) {
                double along = i / (blades * 2.0);
                double bend = heading + along * 0.55 + breeze * (0.3 + along);
                px += Math.cos(bend) * length / (blades * 2);
                py += Math.sin(bend) * length / (blades * 2);
                int side = i % 2 == 0 ? 1 : -1;
                double reach = length * 0.46 * Math.sin(Math.PI * Math.min(1, 0.12 + along * 0.88)) + 22;
                double angle = bend + side * (1.05 - along * 0.62) + breeze * 0.7 * Math.sin(i * 1.7);
                blade(leaf, px, py, angle, reach, 15 + reach * 0.035);
            }
            try (Path path = leaf.detach()) {
                canvas.drawPath(path, shade);
            }
        }
    }

    private static void blade(PathBuilder leaf, double x, double y, double angle, double reach, double width) {
        double dx = Math.cos(angle);
        double dy = Math.sin(angle);
        double sag = reach * 0.12;
        float tipX = (float) (x + dx * reach);
        float tipY = (float) (y + dy * reach + sag);
        leaf.moveTo((float) x, (float) y);
        leaf.quadTo(
                (float) (x + dx * reach * 0.45 - dy * width), (float) (y + dy * reach * 0.45 + dx * width), tipX, tipY);
        leaf.quadTo(
                (float) (x + dx * reach * 0.45 + dy * width),
                (float) (y + dy * reach * 0.45 - dx * width),
                (float) x,
                (float) y);
        leaf.closePath();
    }
}
