package pro.reelsai.lipsync.drawing;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.Path;
import pro.reelsai.lipsync.presenter.Presenter;
import pro.reelsai.lipsync.presenter.Presenter.Outfit;

/** An open jacket with lapels and a button, over a top and a chain. */
final class Jacket {
    /** Where the jacket closes. */
    private static final float BUTTON_Y = 424;

    private final Outfit outfit;
    private final float n;
    private final float s;

    Jacket(Presenter presenter) {
        outfit = presenter.outfit();
        n = presenter.face().neck();
        s = outfit.shoulder();
    }

    void draw(Canvas canvas, Inks inks) {
        Tailor.drawTop(canvas, inks, outfit, n, inks.shape(opening()));
        if (outfit.jewellery() != 0) {
            drawChain(canvas, inks);
        }
        drawJacket(canvas, inks);
        drawLapels(canvas, inks);
    }

    private void drawChain(Canvas canvas, Inks inks) {
        canvas.drawPath(
                inks.shape("M-%1$s,186 C-%2$s,226 -20,250 0,256 C20,250 %2$s,226 %1$s,186".formatted(n + 6, n + 2)),
                inks.line(outfit.jewellery(), 1.8f));
        canvas.drawCircle(0, 260, 4.5f, inks.flat(outfit.jewellery()));
        canvas.drawCircle(-1.2f, 258.8f, 1.4f, inks.flat(0xD0FFFFFF));
    }

    private void drawJacket(Canvas canvas, Inks inks) {
        Path jacket =
                inks.shape(Tailor.torso(n, s) + opening().substring(opening().indexOf('C')) + "Z");
        canvas.drawPath(
                jacket, inks.along(-s, 200, s * 0.7f, 560, outfit.clothLight(), outfit.cloth(), outfit.clothShade()));
        canvas.save();
        canvas.clipPath(jacket, true);
        Tailor.drawSleeves(canvas, inks, outfit);
        Paint softFold = Tailor.softFold(inks, outfit);
        Paint seam = Tailor.seam(inks, outfit);
        canvas.drawPath(inks.shape("M4,%1$s L6,600".formatted(BUTTON_Y - 14)), softFold);
        canvas.drawPath(inks.shape("M4,%1$s L6,600".formatted(BUTTON_Y - 14)), seam);
        canvas.restore();
        canvas.drawCircle(-2, BUTTON_Y + 22, 6, inks.flat(Colors.mix(outfit.clothShade(), Colors.BLACK, 0.3)));
        canvas.drawCircle(-3.5f, BUTTON_Y + 20, 2, inks.flat(0x50FFFFFF));
    }

    /** The jacket's front edges, from the right shoulder down to the button and up to the left one. */
    private String opening() {
        return "M%1$s,182 C%2$s,236 50,322 4,%3$s L-4,%3$s C-50,322 -%2$s,236 -%1$s,182"
                .formatted(n + 12, n + 18, BUTTON_Y - 10);
    }

    private void drawLapels(Canvas canvas, Inks inks) {
        Paint cloth = inks.along(-s * 0.5f, 200, s * 0.5f, 420, outfit.clothLight(), outfit.cloth());
        Paint edge = inks.line(Colors.withAlpha(outfit.clothShade(), 0xB0), 1.8f);
        Paint shadow = inks.blurred(Colors.withAlpha(outfit.clothShade(), 0xA0), 5);
        for (int side = -1; side <= 1; side += 2) {
            canvas.save();
            canvas.scale(side, 1);
            Path lapel = inks.shape(
                    "M%1$s,180 C%2$s,198 %3$s,210 %4$s,222 L%5$s,284 L%6$s,290 L%7$s,312 C72,350 40,384 4,%8$s C48,322 %9$s,236 %1$s,180Z"
                            .formatted(n + 12, n + 28, n + 42, n + 50, n + 62, n + 42, n + 56, BUTTON_Y - 6, n + 14));
            canvas.save();
            canvas.translate(2, 5);
            canvas.drawPath(lapel, shadow);
            canvas.restore();
            canvas.drawPath(lapel, cloth);
            canvas.drawPath(lapel, edge);
            canvas.restore();
        }
    }
}
