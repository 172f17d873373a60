package pro.reelsai.lipsync.drawing;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.Path;
import io.github.humbleui.types.RRect;
import io.github.humbleui.types.Rect;
import pro.reelsai.lipsync.presenter.Pose;
import pro.reelsai.lipsync.presenter.Presenter;
import pro.reelsai.lipsync.viseme.MouthShape;

/** Lips, teeth, tongue. */
final class MouthLayer implements Layer {
    private static final double MOUTH_Y = 94;

    private final Inks inks = Inks.quick();
    private final Pen pen = new Pen();
    private final double fullness;
    private final Paint upperLip;
    private final Paint lowerLip;
    private final Paint cavity;
    private final Paint teeth;
    private final Paint lowerTeeth;
    private final Paint teethShade;
    private final Paint tongue;
    private final Paint seam;
    private final Paint gloss;
    private final Paint corner;
    private final Paint underLip;

    MouthLayer(Presenter presenter) {
        int line = presenter.skin().line() & 0x00FFFFFF;
        fullness = presenter.face().lipFullness();
        upperLip = inks.flat(presenter.face().upperLip());
        lowerLip = inks.flat(presenter.face().lowerLip());
        cavity = inks.vertical(-12, 50, 0xFF571B1F, 0xFF2C0B0E);
        teeth = inks.vertical(-6, 14, 0xFFEFE6E0, 0xFFFFFDFA);
        lowerTeeth = inks.flat(0xFFE9DDD5);
        teethShade = inks.vertical(-8, 8, 0x60301010, 0x00301010);
        tongue = inks.radial(0, 30, 34, 0xFFDB7478, 0xFFB94B52);
        seam = inks.line(0xFF7E2E34, 2.4f);
        gloss = inks.line(Colors.withAlpha(Colors.WHITE, (int) (0x70 * fullness * fullness)), 3);
        corner = inks.line(line | 0x78000000, 2.2f);
        underLip = inks.spot(0, 0, 26, line | 0x58000000);
    }

    @Override
    public void draw(Canvas canvas, Pose pose, MouthShape mouth) {
        canvas.save();
        HeadMotion.apply(canvas, pose, HeadMotion.FEATURES);
        canvas.translate(0, (float) MOUTH_Y);
        Lips lips = Lips.of(mouth, pose.smile(), fullness);
        drawShadowBelow(canvas, lips);
        drawLips(canvas, lips);
        if (lips.parted()) {
            drawInside(canvas, lips, mouth);
        } else {
            drawSeam(canvas, lips);
        }
        drawGloss(canvas, lips);
        drawCorners(canvas, lips, pose.smile());
        canvas.restore();
    }

    private void drawShadowBelow(Canvas canvas, Lips lips) {
        canvas.save();
        canvas.translate(0, (float) (lips.lower() + lips.thickness() * 1.9 + 4));
        canvas.scale(1, 0.42f);
        canvas.drawCircle(0, 0, 26, underLip);
        canvas.restore();
    }

    private void drawLips(Canvas canvas, Lips lips) {
        double w = lips.halfWidth();
        double c = lips.corner();
        double u = lips.upper();
        double l = lips.lower();
        double t = lips.thickness();
        double sideY = c + (l - c) * 0.8;
        pen.at(-w - 1, c)
                .curve(-w * 0.9, sideY + t * 0.9, -w * 0.5, l + t * 1.75, 0, l + t * 1.75)
                .curve(w * 0.5, l + t * 1.75, w * 0.9, sideY + t * 0.9, w + 1, c)
                .curve(w * 0.5, u + 1, -w * 0.5, u + 1, -w - 1, c)
                .shut()
                .draw(canvas, lowerLip);
        pen.at(-w - 2, c)
                .curve(-w * 0.6, u - t * 0.9, -w * 0.3, u - t * 1.75, -w * 0.13, u - t * 1.45)
                .curve(-w * 0.06, u - t * 1.2, w * 0.06, u - t * 1.2, w * 0.13, u - t * 1.45)
                .curve(w * 0.3, u - t * 1.75, w * 0.6, u - t * 0.9, w + 2, c)
                .curve(w * 0.6, u + 1.5, w * 0.3, u, 0, u + 1)
                .curve(-w * 0.3, u, -w * 0.6, u + 1.5, -w - 2, c)
                .shut()
                .draw(canvas, upperLip);
    }

    private void drawInside(Canvas canvas, Lips lips, MouthShape mouth) {
        double w = lips.halfWidth();
        double gap = lips.lower() - lips.upper();
        canvas.save();
        try (Path opening = opening(lips)) {
            canvas.clipPath(opening, true);
        }
        canvas.drawRect(Rect.makeLTRB(-60, -30, 60, 80), cavity);
        if (gap > 7) {
            double back = lips.lower() - gap * (0.18 + 0.45 * mouth.tongue());
            oval(canvas, w * 0.62, back, lips.lower() + gap * 0.5 + 8, tongue);
        }
        if (mouth.width() > 0.3 && gap > 7 && mouth.open() < 0.4) {
            block(canvas, w * 0.6, lips.lower() - 4, lips.lower() + 14, 4, lowerTeeth);
        }
        drawUpperTeeth(canvas, lips, lips.upper() + Math.min(11.5, 5 + gap * 0.27));
        canvas.drawRect(Rect.makeLTRB(-60, (float) lips.upper() - 8, 60, (float) lips.upper() + 8), teethShade);
        canvas.restore();
    }

    /** An arc that runs out in the corners, as a row of teeth does. */
    private void drawUpperTeeth(Canvas canvas, Lips lips, double edge) {
        double w = lips.halfWidth();
        double top = Math.min(lips.upper(), lips.corner()) - 12;
        pen.at(-w * 0.94, lips.corner() - 2)
                .curve(-w * 0.84, edge - 2, -w * 0.5, edge, 0, edge)
                .curve(w * 0.5, edge, w * 0.84, edge - 2, w * 0.94, lips.corner() - 2)
                .to(w, top)
                .to(-w, top)
                .shut()
                .draw(canvas, teeth);
    }

    private Path opening(Lips lips) {
        double w = lips.halfWidth() - 2;
        double c = lips.corner();
        double u = lips.upper();
        double l = lips.lower();
        double sideY = c + (l - c) * 0.75;
        return pen.at(-w, c)
                .curve(-w * 0.6, u + 1, -w * 0.3, u, 0, u + 0.5)
                .curve(w * 0.3, u, w * 0.6, u + 1, w, c)
                .curve(w * 0.85, sideY, w * 0.45, l, 0, l)
                .curve(-w * 0.45, l, -w * 0.85, sideY, -w, c)
                .shut()
                .path();
    }

    private void drawSeam(Canvas canvas, Lips lips) {
        double w = lips.halfWidth();
        double c = lips.corner();
        double u = lips.upper();
        pen.at(-w, c)
                .curve(-w * 0.6, u + 2, -w * 0.25, u - 0.5, 0, u + 1.5)
                .curve(w * 0.25, u - 0.5, w * 0.6, u + 2, w, c)
                .draw(canvas, seam);
    }

    private void drawGloss(Canvas canvas, Lips lips) {
        double w = lips.halfWidth();
        double y = lips.lower() + lips.thickness() * 0.75;
        pen.at(-w * 0.34, y)
                .curve(-w * 0.16, y + 1.6, 0, y + 1.8, w * 0.12, y + 1.4)
                .draw(canvas, gloss);
    }

    private void drawCorners(Canvas canvas, Lips lips, double smile) {
        double w = lips.halfWidth() + 2;
        double c = lips.corner();
        double lift = 1.5 + 2.5 * smile;
        pen.at(-w + 1, c + 1)
                .curve(-w - 3, c + 1, -w - 5, c - 1, -w - 6, c - lift)
                .draw(canvas, corner);
        pen.at(w - 2, c + 1).curve(w + 1, c + 1, w + 3, c, w + 4, c - lift).draw(canvas, corner);
    }

    private static void oval(Canvas canvas, double halfWidth, double top, double bottom, Paint paint) {
        canvas.drawOval(
                Rect.makeLTRB((float) -halfWidth, (float) top, (float) halfWidth, (float) Math.max(top, bottom)),
                paint);
    }

    private static void block(Canvas canvas, double halfWidth, double top, double bottom, float round, Paint paint) {
        canvas.drawRRect(
                RRect.makeLTRB((float) -halfWidth, (float) top, (float) halfWidth, (float) bottom, round), paint);
    }

    @Override
    public void close() {
        pen.close();
        inks.close();
    }
}
