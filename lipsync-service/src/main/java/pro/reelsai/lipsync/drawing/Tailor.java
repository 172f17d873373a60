package pro.reelsai.lipsync.drawing;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.Path;
import pro.reelsai.lipsync.presenter.Presenter;
import pro.reelsai.lipsync.presenter.Presenter.Outfit;

/** Draws the clothes, and knows what all of them have in common. Drawn once, so it may use slow, soft shading. */
final class Tailor {
    private static final float HEM = 600;

    private Tailor() {}

    static void draw(Canvas canvas, Presenter presenter) {
        try (Inks inks = Inks.fine()) {
            switch (presenter.outfit().cut()) {
                case JACKET -> new Jacket(presenter).draw(canvas, inks);
                case SWEATER -> new Sweater(presenter).draw(canvas, inks);
                case SHIRT -> new Shirt(presenter).draw(canvas, inks);
            }
        }
    }

    /**
     * The outline of shoulders and arms in the path syntax of SVG, from the left of the neck down and up to its right, for the
     * neckline to be added.
     *
     * @param n half the width of the neck
     * @param s half the width of the shoulders
     */
    static String torso(float n, float s) {
        return ("M-%1$s,182 C-%2$s,200 -%3$s,206 -%4$s,240 C-%5$s,262 -%6$s,400 -%7$s,%8$s L%7$s,%8$s "
                        + "C%6$s,400 %5$s,262 %4$s,240 C%3$s,206 %2$s,200 %1$s,182 ")
                .formatted(n + 12, n + 44, s * 0.8f, s, s + 20, s + 32, s + 40, HEM);
    }

    /** What is worn under something open, whose edges shade it. */
    static void drawTop(Canvas canvas, Inks inks, Outfit outfit, float n, Path edges) {
        float dip = outfit.neckline() + (outfit.neckline() - 200) * 0.33f + 6;
        Path top = inks.shape("M-%1$s,198 C-%2$s,%3$s %2$s,%3$s %1$s,198 L120,230 L120,%4$s L-120,%4$s L-120,230Z"
                .formatted(n + 26, n * 0.75f, dip, HEM));
        canvas.drawPath(top, inks.along(-50, 220, 60, 420, outfit.top(), outfit.topShade()));
        canvas.save();
        canvas.clipPath(top, true);
        canvas.drawPath(edges, inks.stroked(inks.blurred(Colors.withAlpha(outfit.clothShade(), 0x70), 5), 14));
        canvas.drawPath(
                inks.shape("M-%1$s,198 C-%2$s,%3$s %2$s,%3$s %1$s,198".formatted(n + 26, n * 0.75f, dip)),
                inks.line(Colors.mix(outfit.topShade(), Colors.BLACK, 0.12), 2));
        canvas.restore();
    }

    /** Where the arms lie at the body. */
    static void drawSleeves(Canvas canvas, Inks inks, Outfit outfit) {
        float s = outfit.shoulder();
        Paint softFold = softFold(inks, outfit);
        Paint seam = seam(inks, outfit);
        for (int side = -1; side <= 1; side += 2) {
            canvas.save();
            canvas.scale(side, 1);
            Path sleeve = inks.shape("M%1$s,318 C%2$s,390 %3$s,470 %2$s,600".formatted(s - 34, s - 46, s - 38));
            canvas.drawPath(sleeve, softFold);
            canvas.drawPath(sleeve, seam);
            canvas.drawPath(inks.shape("M%1$s,236 C%2$s,262 %2$s,290 %1$s,322".formatted(s - 34, s - 18)), softFold);
            canvas.restore();
        }
    }

    static Paint softFold(Inks inks, Outfit outfit) {
        return inks.stroked(inks.blurred(Colors.withAlpha(outfit.clothShade(), 0x90), 7), 16);
    }

    static Paint seam(Inks inks, Outfit outfit) {
        return inks.line(Colors.withAlpha(outfit.clothShade(), 0x90), 2);
    }
}
