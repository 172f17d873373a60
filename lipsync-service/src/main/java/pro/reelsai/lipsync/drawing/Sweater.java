package pro.reelsai.lipsync.drawing;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.Path;
import pro.reelsai.lipsync.presenter.Presenter;
import pro.reelsai.lipsync.presenter.Presenter.Outfit;

/** A closed, knitted sweater with a ribbed neckband. */
final class Sweater {
    private static final float BAND = 20;
    private static final int RIBS = 17;

    private final Outfit outfit;
    private final float n;
    private final float s;

    Sweater(Presenter presenter) {
        outfit = presenter.outfit();
        n = presenter.face().neck();
        s = outfit.shoulder();
    }

    void draw(Canvas canvas, Inks inks) {
        Path knit = inks.shape(Tailor.torso(n, s) + neckline(0) + "Z");
        canvas.drawPath(
                knit, inks.along(-s, 190, s * 0.7f, 560, outfit.clothLight(), outfit.cloth(), outfit.clothShade()));
        canvas.save();
        canvas.clipPath(knit, true);
        Tailor.drawSleeves(canvas, inks, outfit);
        Paint fold = inks.stroked(inks.blurred(Colors.withAlpha(outfit.clothShade(), 0x58), 9), 12);
        canvas.drawPath(inks.shape("M-%1$s,330 C-70,372 -40,384 -6,388".formatted(s - 52)), fold);
        canvas.drawPath(inks.shape("M%1$s,372 C90,410 60,424 20,430".formatted(s - 56)), fold);
        drawBand(canvas, inks);
        canvas.restore();
    }

    private void drawBand(Canvas canvas, Inks inks) {
        Path band = inks.shape("M-%1$s,182 %2$s L%3$s,182 %4$sZ".formatted(n + 12, rim(), n + 34, neckline(BAND)));
        canvas.drawPath(
                inks.shape("M%1$s,184 %2$s".formatted(n + 34, neckline(BAND + 3))),
                inks.stroked(inks.blurred(Colors.withAlpha(outfit.clothShade(), 0xC0), 3), 5));
        canvas.drawPath(band, inks.along(-n, 190, n, 240, outfit.clothLight(), outfit.cloth()));
        canvas.save();
        canvas.clipPath(band, true);
        Paint rib = inks.line(Colors.withAlpha(outfit.clothShade(), 0x70), 1.6f);
        for (int i = -RIBS; i <= RIBS; i++) {
            double angle = Math.toRadians(i * 90.0 / RIBS);
            canvas.drawLine(
                    (float) (Math.sin(angle) * (n + 4)),
                    (float) (180 + Math.cos(angle) * 28),
                    (float) (Math.sin(angle) * (n + 46)),
                    (float) (180 + Math.cos(angle) * 82),
                    rib);
        }
        canvas.restore();
        canvas.drawPath(
                inks.shape("M%1$s,182 %2$s".formatted(n + 12, neckline(0))),
                inks.line(Colors.withAlpha(outfit.clothShade(), 0xB0), 1.8f));
    }

    /** The neckline from right to left, or a line that far outside of it. */
    private String neckline(float outside) {
        float dip = outfit.neckline() + 34 + outside * 1.25f;
        float side = n + 4 + outside;
        return "C%1$s,%2$s -%1$s,%2$s -%3$s,182".formatted(side, dip, n + 12 + outside * 1.1f);
    }

    /** The neckline from left to right. */
    private String rim() {
        float dip = outfit.neckline() + 34;
        return "C-%1$s,%2$s %1$s,%2$s %3$s,182".formatted(n + 4, dip, n + 12);
    }
}
