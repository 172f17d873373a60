package pro.reelsai.lipsync.drawing;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.Path;
import io.github.humbleui.types.Rect;
import pro.reelsai.lipsync.presenter.Pose;
import pro.reelsai.lipsync.presenter.Presenter;
import pro.reelsai.lipsync.presenter.Presenter.Face;
import pro.reelsai.lipsync.viseme.MouthShape;

/** Eyes and brows. One eye is drawn in its own space, the origin in its middle and the outer corner to the right. */
final class EyesLayer implements Layer {
    private static final float EYE_X = 46;
    private static final double INNER_X = -25;
    private static final double INNER_Y = 6;
    private static final double OUTER_X = 26;
    private static final double OUTER_Y = -3;
    private static final float IRIS_RADIUS = 15;

    private final Inks inks = Inks.quick();
    private final Pen pen = new Pen();
    private final Face face;
    private final Paint white;
    private final Paint lidShade;
    private final Paint ring;
    private final Paint iris;
    private final Paint glow;
    private final Paint pupil;
    private final Paint glint;
    private final Paint smallGlint;
    private final Paint lash;
    private final Paint lowerLine;
    private final Paint creaseLine;
    private final Paint lidTint;
    private final Paint socket;
    private final Paint brow;

    EyesLayer(Presenter presenter) {
        face = presenter.face();
        int line = presenter.skin().line();
        white = inks.vertical(-16, 14, 0xFFF1E9E6, 0xFFFFFEFC);
        lidShade = inks.vertical(-20, 2, 0x70402A2A, 0x00402A2A);
        ring = inks.flat(darker(face.iris(), 0.38));
        iris = inks.vertical(
                -IRIS_RADIUS, IRIS_RADIUS, darker(face.iris(), 0.55), face.iris(), lighter(face.iris(), 0.45));
        glow = inks.spot(0, 8, 10, lighter(face.iris(), 0.6) & 0x00FFFFFF | 0xA0000000);
        pupil = inks.flat(0xFF140C0B);
        glint = inks.flat(0xFFFFFFFF);
        smallGlint = inks.flat(0xB0FFFFFF);
        lash = inks.flat(0xFF23140F);
        lowerLine = inks.line(line & 0x00FFFFFF | 0x80000000, 1.6f);
        creaseLine = inks.line(line & 0x00FFFFFF | 0x90000000, 2);
        lidTint = inks.flat(face.lidTint());
        socket = inks.spot(-14, -12, 40, presenter.skin().shade() & 0x00FFFFFF | 0x60000000);
        brow = inks.along(
                -30,
                0,
                34,
                0,
                presenter.hair().brow() & 0x00FFFFFF | 0xC0000000,
                presenter.hair().brow());
    }

    @Override
    public void draw(Canvas canvas, Pose pose, MouthShape mouth) {
        canvas.save();
        HeadMotion.apply(canvas, pose, HeadMotion.FEATURES);
        for (int side = -1; side <= 1; side += 2) {
            canvas.save();
            canvas.translate(side * EYE_X, 0);
            canvas.scale(side, 1);
            canvas.drawCircle(-14, -12, 40, socket);
            canvas.save();
            canvas.scale(face.eyeScale(), face.eyeScale());
            drawEye(canvas, pose, side);
            canvas.restore();
            drawBrow(canvas, pose.brow());
            canvas.restore();
        }
        canvas.restore();
    }

    private void drawEye(Canvas canvas, Pose pose, int side) {
        double blink = pose.blink();
        // a smile and a look down narrow the eye a little
        double upper = mix(-23 - 2 * pose.brow() + 2 * pose.gazeY(), 12, blink);
        double lower = mix(15 - 2.5 * pose.smile(), 13, blink);
        drawLid(canvas, upper, blink);
        try (Path opening = opening(upper, lower)) {
            if (blink < 0.93) {
                canvas.save();
                canvas.clipPath(opening, true);
                canvas.drawPath(opening, white);
                drawIris(canvas, pose, side);
                canvas.drawRect(Rect.makeLTRB(-30, (float) (upper - 4), 32, (float) (upper + 24)), lidShade);
                canvas.restore();
            }
        }
        drawLashes(canvas, upper, blink);
        pen.at(INNER_X + 8, INNER_Y + 3)
                .curve(-10, lower + 1, 14, lower, OUTER_X - 2, OUTER_Y + 3)
                .draw(canvas, lowerLine);
    }

    private Path opening(double upper, double lower) {
        return pen.at(INNER_X, INNER_Y)
                .curve(-15, upper, 11, upper - 3, OUTER_X, OUTER_Y)
                .curve(16, lower, -12, lower + 2, INNER_X, INNER_Y)
                .shut()
                .path();
    }

    private void drawIris(Canvas canvas, Pose pose, int side) {
        canvas.translate((float) (side * pose.gazeX() * 6), (float) (pose.gazeY() * 4 - 1));
        canvas.drawCircle(0, 0, IRIS_RADIUS, ring);
        canvas.drawCircle(0, 0, IRIS_RADIUS - 1.6f, iris);
        canvas.drawCircle(0, 8, 10, glow);
        canvas.drawCircle(0, 0, 6.8f, pupil);
        // the light comes from the viewer's left for both eyes, so it is not mirrored
        canvas.drawCircle(side * -5f, -5.5f, 4.4f, glint);
        canvas.drawCircle(side * 5.5f, 5.5f, 2, smallGlint);
        canvas.translate((float) (-side * pose.gazeX() * 6), (float) (1 - pose.gazeY() * 4));
    }

    private void drawLid(Canvas canvas, double upper, double blink) {
        double crease = mix(-30, -19, blink);
        if (face.lidTint() != 0) {
            pen.at(INNER_X + 2, INNER_Y - 3)
                    .curve(-15, crease, 11, crease - 4, OUTER_X + 6, OUTER_Y - 8)
                    .curve(12, upper, -14, upper, INNER_X + 2, INNER_Y - 1)
                    .shut()
                    .draw(canvas, lidTint);
        }
        pen.at(INNER_X + 3, INNER_Y - 9)
                .curve(-14, crease, 11, crease - 3, OUTER_X + 4, OUTER_Y - 9)
                .draw(canvas, creaseLine);
    }

    private void drawLashes(Canvas canvas, double upper, double blink) {
        double wing = face.lashes() * mix(-8, 6, blink);
        double reach = 3 + 6 * face.lashes();
        double thickness = 3 + 1.8 * face.lashes();
        pen.at(INNER_X - 1, INNER_Y + 1)
                .curve(-16, upper - 1, 9, upper - 3.5 - thickness, OUTER_X + reach, OUTER_Y + wing)
                .curve(OUTER_X + 2, OUTER_Y + 1, OUTER_X, OUTER_Y + 1, OUTER_X - 1, OUTER_Y + 0.5)
                .curve(11, upper - 0.5, -14, upper + 2, INNER_X - 1, INNER_Y + 1)
                .shut()
                .draw(canvas, lash);
    }

    private void drawBrow(Canvas canvas, double raised) {
        double y = -38 - 7 * raised;
        double w = face.browWeight();
        pen.at(-27, y + 1 + w * 0.5)
                .curve(-12, y - 5, 10, y - 9 - raised * 2, 37, y + 5)
                .curve(12, y - 9 + w * 1.25, -10, y - 4 + w * 1.4, -26, y + 1 + w * 1.4)
                .curve(-29, y + 1 + w * 1.2, -29, y + 1 + w * 0.9, -27, y + 1 + w * 0.5)
                .shut()
                .draw(canvas, brow);
    }

    private static double mix(double open, double shut, double blink) {
        return open + (shut - open) * blink;
    }

    private static int darker(int color, double share) {
        return scaled(color, share, 0);
    }

    private static int lighter(int color, double share) {
        return scaled(color, 1 - share, 255 * share);
    }

    private static int scaled(int color, double factor, double plus) {
        int scaled = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            scaled = scaled << 8 | (int) Math.min(255, (color >> shift & 0xFF) * factor + plus);
        }
        return scaled;
    }

    @Override
    public void close() {
        pen.close();
        inks.close();
    }
}
