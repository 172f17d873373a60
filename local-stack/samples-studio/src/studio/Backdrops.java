package studio;

import io.github.humbleui.skija.Bitmap;
import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.FilterBlurMode;
import io.github.humbleui.skija.MaskFilter;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.PathBuilder;
import io.github.humbleui.skija.Shader;
import io.github.humbleui.skija.Surface;
import io.github.humbleui.types.Rect;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Far-off backgrounds, drawn out of focus and wrapped on the inside of a distant cylinder. */
final class Backdrops {

    private static final int WIDTH = 2400;
    private static final int HEIGHT = 1400;

    private Backdrops() {}

    /**
     * A garden after sunset: afterglow over dark hedges, strings of little lights. The picture spans 80 degrees across
     * and about 47 upright, its middle straight ahead (towards -z).
     */
    static UnaryOperator<Vec> garden() {
        byte[] pixels;
        var info = Picture.rgba(WIDTH, HEIGHT);
        try (Surface surface = Surface.makeRaster(info);
                Bitmap bitmap = new Bitmap()) {
            draw(surface.getCanvas());
            bitmap.allocPixels(info);
            surface.readPixels(bitmap, 0, 0);
            pixels = bitmap.readPixels();
        }
        float[] linear = new float[pixels.length / 4 * 3];
        for (int i = 0; i < pixels.length / 4; i++) {
            int rgb = (pixels[i * 4] & 255) << 16 | (pixels[i * 4 + 1] & 255) << 8 | pixels[i * 4 + 2] & 255;
            Vec c = Vec.srgb(rgb);
            // Bright parts of an 8-bit picture stand for light far brighter than paper.
            double boost = 0.5 + 3.4 * Math.pow((c.x() + c.y()) / 2, 2);
            linear[i * 3] = (float) (c.x() * boost);
            linear[i * 3 + 1] = (float) (c.y() * boost);
            linear[i * 3 + 2] = (float) (c.z() * boost);
        }
        double pixelsPerRadian = WIDTH / Math.toRadians(80);
        return d -> {
            double u = Math.atan2(d.x(), -d.z()) * pixelsPerRadian + WIDTH / 2.0;
            double v = HEIGHT / 2.0 - Math.asin(d.y()) * pixelsPerRadian;
            int x = Math.clamp((int) u, 0, WIDTH - 2);
            int y = Math.clamp((int) v, 0, HEIGHT - 2);
            double a = Math.clamp(u - x, 0, 1);
            double b = Math.clamp(v - y, 0, 1);
            int k = (y * WIDTH + x) * 3;
            double[] c = new double[3];
            for (int i = 0; i < 3; i++) {
                c[i] = (linear[k + i] * (1 - a) + linear[k + 3 + i] * a) * (1 - b)
                        + (linear[k + WIDTH * 3 + i] * (1 - a) + linear[k + WIDTH * 3 + 3 + i] * a) * b;
            }
            return Vec.of(c[0], c[1], c[2]);
        };
    }

    private static void draw(Canvas canvas) {
        int horizon = HEIGHT / 2 + 60;
        try (Paint sky = new Paint()) {
            sky.setShader(Shader.makeLinearGradient(
                    0,
                    0,
                    0,
                    horizon,
                    new int[] {0xFF14234A, 0xFF2B3F70, 0xFF6A5F8C, 0xFFC98582, 0xFFF0A878},
                    new float[] {0, 0.34f, 0.62f, 0.85f, 1}));
            canvas.drawRect(Rect.makeWH(WIDTH, HEIGHT), sky);
        }
        Random random = new Random(11);
        hedge(canvas, random, horizon - 30, 70, 0xFF4A4A66, 26);
        hedge(canvas, random, horizon + 20, 95, 0xFF25344A, 20);
        hedge(canvas, random, horizon + 120, 80, 0xFF14212D, 16);
        for (int i = 0; i < 46; i++) {
            double x = random.nextDouble() * WIDTH;
            double y = horizon + 10 + random.nextDouble() * 130;
            disc(canvas, x, y, 9 + random.nextDouble() * 16, 0xFF9A48, 100 + random.nextInt(70));
        }
        garland(canvas, random, -60, 330, 1360, 300, 190, 15);
        garland(canvas, random, 1040, 250, 2480, 340, 210, 16);
        garland(canvas, random, 200, 520, 2300, 470, 120, 20);
    }

    private static void hedge(Canvas canvas, Random random, int top, int rough, int colour, float blur) {
        try (Paint paint = new Paint();
                PathBuilder path = new PathBuilder()) {
            paint.setAntiAlias(true).setColor(colour).setMaskFilter(MaskFilter.makeBlur(FilterBlurMode.NORMAL, blur));
            path.moveTo(-100, HEIGHT + 100);
            for (int x = -100; x <= WIDTH + 100; x += 60) {
                path.lineTo(x, top - random.nextInt(rough) - (float) (rough * 0.6 * Math.sin(x * 0.004 + top)));
            }
            path.lineTo(WIDTH + 100, HEIGHT + 100);
            path.closePath();
            try (var hedge = path.detach()) {
                canvas.drawPath(hedge, paint);
            }
        }
    }

    private static void garland(Canvas canvas, Random random, int x0, int y0, int x1, int y1, int sag, int lights) {
        for (int i = 0; i <= lights; i++) {
            double t = i / (double) lights;
            double x = x0 + (x1 - x0) * t + random.nextGaussian() * 8;
            double y = y0 + (y1 - y0) * t + sag * 4 * t * (1 - t) + random.nextGaussian() * 6;
            disc(canvas, x, y, 30 + random.nextDouble() * 9, random.nextInt(5) == 0 ? 0xFFD9A0 : 0xFF9E48, 205);
        }
    }

    /** A light out of focus: a disc with a faintly brighter rim. */
    private static void disc(Canvas canvas, double x, double y, double radius, int rgb, int alpha) {
        try (Paint fill = new Paint();
                Paint rim = new Paint();
                Paint halo = new Paint()) {
            int clear = rgb & 0xFFFFFF;
            halo.setShader(Shader.makeRadialGradient(
                    (float) x, (float) y, (float) radius * 3.2f, new int[] {alpha / 4 << 24 | clear, clear}));
            canvas.drawCircle((float) x, (float) y, (float) radius * 3.2f, halo);
            fill.setAntiAlias(true)
                    .setColor(alpha << 24 | clear)
                    .setMaskFilter(MaskFilter.makeBlur(FilterBlurMode.NORMAL, 1.6f));
            canvas.drawCircle((float) x, (float) y, (float) radius, fill);
            rim.setAntiAlias(true)
                    .setColor(alpha / 2 << 24 | 0xFFD8A0)
                    .setStroke(true)
                    .setStrokeWidth(3)
                    .setMaskFilter(MaskFilter.makeBlur(FilterBlurMode.NORMAL, 1.4f));
            canvas.drawCircle((float) x, (float) y, (float) radius - 2, rim);
        }
    }
}
