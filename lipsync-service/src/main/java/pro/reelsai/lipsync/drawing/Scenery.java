package pro.reelsai.lipsync.drawing;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.FilterTileMode;
import io.github.humbleui.skija.ImageFilter;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.types.RRect;
import io.github.humbleui.types.Rect;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import pro.reelsai.lipsync.presenter.Presenter.Backdrop;

/** Draws the room behind a presenter, out of focus. */
final class Scenery {
    private static final float OUT_OF_FOCUS = 9;
    /** The city is the same in every video. */
    private static final long LIGHTS_SEED = 5;

    private Scenery() {}

    /** Draws the room over the whole canvas, in pixels. Blurring is slow: draw it once and keep the picture. */
    static void draw(Canvas canvas, float width, float height, Backdrop backdrop) {
        try (Inks inks = Inks.fine()) {
            canvas.drawRect(
                    Rect.makeWH(width, height),
                    inks.along(0, height * 0.2f, width, height, backdrop.wallLight(), backdrop.wallDark()));
            Paint lens = inks.own(new Paint())
                    .setImageFilter(inks.own(ImageFilter.makeBlur(OUT_OF_FOCUS, OUT_OF_FOCUS, FilterTileMode.DECAL)));
            canvas.saveLayer(null, lens);
            switch (backdrop.room()) {
                case STUDY -> drawStudy(canvas, inks, backdrop, width);
                case STUDIO -> drawStudio(canvas, inks, backdrop, width);
                case EVENING -> drawEvening(canvas, inks, backdrop, width);
            }
            drawTable(canvas, inks, backdrop, width, height);
            canvas.restore();
            canvas.drawRect(
                    Rect.makeWH(width, height), inks.spot(110, 420, 620, backdrop.glow() & 0x00FFFFFF | 0x90000000));
            canvas.drawRect(
                    Rect.makeWH(width, height), inks.radial(width / 2, height / 2, height * 0.7f, 0, 0, 0x30301808));
        }
    }

    private static void drawStudy(Canvas canvas, Inks inks, Backdrop backdrop, float width) {
        drawWindow(canvas, inks, backdrop);
        drawShelf(canvas, inks, backdrop, width, 470);
        drawShelf(canvas, inks, backdrop, width, 700);
        drawPlant(canvas, inks, backdrop, width - 70, 462);
    }

    private static void drawStudio(Canvas canvas, Inks inks, Backdrop backdrop, float width) {
        canvas.drawCircle(width * 0.3f, 430, 250, inks.spot(width * 0.3f, 430, 250, backdrop.glow()));
        canvas.drawRRect(RRect.makeXYWH(30, 300, 150, 200, 4), inks.flat(backdrop.wood()));
        canvas.drawRect(Rect.makeXYWH(42, 312, 126, 176), inks.flat(backdrop.wallLight()));
        for (int i = 0; i < backdrop.accents().size(); i++) {
            canvas.drawCircle(
                    80 + i * 26f,
                    440 - i * 42f,
                    44 - i * 8f,
                    inks.flat(backdrop.accents().get(i)));
        }
        drawPlant(canvas, inks, backdrop, width - 66, 690);
        drawPlant(canvas, inks, backdrop, width - 84, 640);
        canvas.drawRRect(RRect.makeXYWH(width - 140, 690, 128, 300, 14), inks.flat(backdrop.wood()));
    }

    private static void drawEvening(Canvas canvas, Inks inks, Backdrop backdrop, float width) {
        canvas.drawRect(Rect.makeLTRB(-30, 110, width * 0.62f, 780), inks.vertical(110, 780, 0xFF1B2440, 0xFF51486B));
        RandomGenerator random = new SplittableRandom(LIGHTS_SEED);
        for (int i = 0; i < 34; i++) {
            int light = backdrop.accents().get(i % backdrop.accents().size());
            canvas.drawCircle(
                    (float) random.nextDouble(-20, width * 0.6),
                    (float) random.nextDouble(330, 760),
                    (float) random.nextDouble(7, 22),
                    inks.flat(Colors.withAlpha(light, random.nextInt(0x60, 0xD0))));
        }
        canvas.drawRect(Rect.makeLTRB(width * 0.3f, 100, width * 0.3f + 12, 790), inks.flat(backdrop.wallDark()));
        canvas.drawRect(Rect.makeLTRB(width * 0.62f, 90, width * 0.62f + 16, 800), inks.flat(backdrop.wallDark()));
        drawShelf(canvas, inks, backdrop, width, 720);
        canvas.drawCircle(
                width - 80, 470, 240, inks.spot(width - 80, 470, 240, Colors.withAlpha(backdrop.glow(), 0xD0)));
        canvas.drawRect(Rect.makeXYWH(width - 86, 520, 12, 184), inks.flat(backdrop.wood()));
        canvas.drawRRect(RRect.makeXYWH(width - 140, 420, 120, 104, 20), inks.flat(backdrop.glow()));
    }

    private static void drawWindow(Canvas canvas, Inks inks, Backdrop backdrop) {
        canvas.drawRect(Rect.makeLTRB(-30, 130, 210, 760), inks.flat(backdrop.wallLight()));
        Paint pane = inks.vertical(150, 740, backdrop.glow(), 0xFFF6F3E4);
        for (int column = 0; column < 2; column++) {
            for (int row = 0; row < 3; row++) {
                canvas.drawRect(Rect.makeXYWH(-20 + column * 110f, 146 + row * 200f, 98, 186), pane);
            }
        }
        canvas.drawRect(Rect.makeLTRB(-40, 750, 226, 772), inks.flat(backdrop.wallDark()));
    }

    private static void drawShelf(Canvas canvas, Inks inks, Backdrop backdrop, float width, float y) {
        canvas.drawRRect(RRect.makeLTRB(width - 214, y, width + 40, y + 16, 3), inks.flat(backdrop.wood()));
        canvas.drawRect(Rect.makeLTRB(width - 206, y + 16, width, y + 30), inks.flat(0x28301808));
        float x = width - 196;
        for (int i = 0; i < backdrop.accents().size(); i++) {
            int accent =
                    backdrop.accents().get((i + (int) y) % backdrop.accents().size());
            float thickness = 18 + (i * 7 + (int) y) % 13;
            float tall = 74 + (i * 29 + (int) y) % 46;
            canvas.drawRRect(RRect.makeXYWH(x, y - tall, thickness, tall, 2), inks.flat(accent));
            x += thickness + 3;
        }
    }

    private static void drawPlant(Canvas canvas, Inks inks, Backdrop backdrop, float x, float y) {
        Paint leaf = inks.flat(backdrop.leaf());
        Paint lit = inks.flat(backdrop.leaf() + 0x00181C14);
        for (int i = 0; i < 9; i++) {
            canvas.save();
            canvas.translate(x, y - 40);
            canvas.rotate(-76 + i * 19f);
            canvas.drawOval(Rect.makeXYWH(-17, -128, 34, 130), i % 2 == 0 ? leaf : lit);
            canvas.restore();
        }
        canvas.drawRRect(RRect.makeXYWH(x - 36, y - 56, 72, 64, 10), inks.flat(backdrop.wallLight()));
    }

    private static void drawTable(Canvas canvas, Inks inks, Backdrop backdrop, float width, float height) {
        canvas.drawRect(
                Rect.makeLTRB(-40, 930, width + 40, height + 60),
                inks.vertical(930, height, backdrop.wallDark(), backdrop.wood()));
    }
}
