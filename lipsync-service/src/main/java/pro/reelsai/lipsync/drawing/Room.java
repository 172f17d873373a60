package pro.reelsai.lipsync.drawing;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.FilterTileMode;
import io.github.humbleui.skija.ImageFilter;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.types.RRect;
import io.github.humbleui.types.Rect;
import pro.reelsai.lipsync.presenter.Presenter.Backdrop;

/** Draws the room behind a presenter, out of focus: a window on the left, a shelf and a plant on the right. */
final class Room {
    private static final float OUT_OF_FOCUS = 9;

    private Room() {}

    /** Draws the room over the whole canvas, in pixels. Blurring is slow: draw it once and keep the picture. */
    static void draw(Canvas canvas, float width, float height, Backdrop backdrop) {
        try (Inks inks = Inks.fine()) {
            canvas.drawRect(
                    Rect.makeWH(width, height),
                    inks.along(0, height * 0.2f, width, height, backdrop.wallLight(), backdrop.wallDark()));
            Paint lens = inks.own(new Paint())
                    .setImageFilter(inks.own(ImageFilter.makeBlur(OUT_OF_FOCUS, OUT_OF_FOCUS, FilterTileMode.DECAL)));
            canvas.saveLayer(null, lens);
            drawWindow(canvas, inks, backdrop);
            drawShelf(canvas, inks, backdrop, width, 470);
            drawShelf(canvas, inks, backdrop, width, 700);
            drawPlant(canvas, inks, backdrop, width - 70, 462);
            drawTable(canvas, inks, backdrop, width, height);
            canvas.restore();
            canvas.drawRect(
                    Rect.makeWH(width, height), inks.spot(110, 420, 620, backdrop.glow() & 0x00FFFFFF | 0x90000000));
            canvas.drawRect(
                    Rect.makeWH(width, height), inks.radial(width / 2, height / 2, height * 0.7f, 0, 0, 0x30301808));
        }
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
