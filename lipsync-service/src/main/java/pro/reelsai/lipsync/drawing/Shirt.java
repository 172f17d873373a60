package pro.reelsai.lipsync.drawing;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.Path;
import pro.reelsai.lipsync.presenter.Presenter;
import pro.reelsai.lipsync.presenter.Presenter.Outfit;

/** A shirt with a soft collar, unbuttoned at the top, over a top. */
final class Shirt {
    /** Where the shirt is buttoned. */
    private static final float CLOSED_Y = 326;

    private static final float BUTTONS_APART = 74;

    private final Outfit outfit;
    private final float n;
    private final float s;

    Shirt(Presenter presenter) {
        outfit = presenter.outfit();
        n = presenter.face().neck();
        s = outfit.shoulder();
    }

    void draw(Canvas canvas, Inks inks) {
        Tailor.drawTop(canvas, inks, outfit, n, inks.shape("M%1$s,182 %2$s".formatted(n + 12, opening())));
        Path shirt = inks.shape(Tailor.torso(n, s) + opening() + "Z");
        canvas.drawPath(
                shirt, inks.along(-s, 190, s * 0.7f, 580, outfit.clothLight(), outfit.cloth(), outfit.clothShade()));
        canvas.save();
        canvas.clipPath(shirt, true);
        Tailor.drawSleeves(canvas, inks, outfit);
        drawPlacket(canvas, inks);
        canvas.restore();
        drawCollar(canvas, inks);
    }

    private String opening() {
        return "C%1$s,220 36,280 0,%2$s C-36,280 -%1$s,220 -%3$s,182".formatted(n + 10, CLOSED_Y, n + 12);
    }

    private void drawPlacket(Canvas canvas, Inks inks) {
        Paint seam = Tailor.seam(inks, outfit);
        canvas.drawPath(inks.shape("M16,%1$s L17,600 M-15,%1$s L-14,600".formatted(CLOSED_Y - 14)), seam);
        canvas.drawPath(
                inks.shape("M18,%1$s L19,600".formatted(CLOSED_Y)),
                inks.stroked(inks.blurred(Colors.withAlpha(outfit.clothShade(), 0x80), 4), 6));
        Paint button = inks.flat(Colors.mix(outfit.clothLight(), Colors.WHITE, 0.6));
        Paint rim = inks.line(Colors.withAlpha(outfit.clothShade(), 0xA0), 1.2f);
        for (float y = CLOSED_Y + 24; y < 580; y += BUTTONS_APART) {
            canvas.drawCircle(1, y, 5, button);
            canvas.drawCircle(1, y, 5, rim);
        }
    }

    private void drawCollar(Canvas canvas, Inks inks) {
        Paint cloth = inks.along(-n - 50, 180, n + 50, 300, outfit.clothLight(), outfit.cloth());
        Paint edge = inks.line(Colors.withAlpha(outfit.clothShade(), 0xC0), 1.8f);
        Paint shadow = inks.blurred(Colors.withAlpha(outfit.clothShade(), 0xB0), 5);
        Path flap = inks.shape(
                "M%1$s,176 C%2$s,192 %3$s,204 %4$s,214 C%5$s,240 %6$s,264 %7$s,288 C%8$s,282 34,276 25,268 C%9$s,242 %10$s,208 %1$s,176Z"
                        .formatted(n + 10, n + 22, n + 32, n + 46, n + 42, n + 34, n + 24, n + 8, n - 4, n + 6));
        for (int side = -1; side <= 1; side += 2) {
            canvas.save();
            canvas.scale(side, 1);
            canvas.save();
            canvas.translate(2, 5);
            canvas.drawPath(flap, shadow);
            canvas.restore();
            canvas.drawPath(flap, cloth);
            canvas.drawPath(flap, edge);
            canvas.restore();
        }
    }
}
