package pro.reelsai.lipsync.drawing;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.Path;
import io.github.humbleui.types.Rect;
import pro.reelsai.lipsync.presenter.Pose;
import pro.reelsai.lipsync.presenter.Presenter;
import pro.reelsai.lipsync.presenter.Presenter.Face;
import pro.reelsai.lipsync.presenter.Presenter.Skin;
import pro.reelsai.lipsync.viseme.MouthShape;

/** Ears and the face's skin: its outline, which the jaw stretches, and the light on it. */
final class FaceLayer implements Layer {
    /** How far the chin drops when the mouth is wide open. */
    static final double JAW_DROP = 17;

    private final Inks inks = new Inks();
    private final Pen pen = new Pen();
    private final Face face;
    private final boolean studs;
    private final Path ear;
    private final Path earFold;
    private final Paint earPaint;
    private final Paint foldPaint;
    private final Paint skinPaint;
    private final Paint farSide;
    private final Paint hairShadow;
    private final Paint leftBlush;
    private final Paint rightBlush;
    private final Paint chinLight;
    private final Paint foreheadLight;
    private final Paint beard;
    private final Paint gold;

    FaceLayer(Presenter presenter) {
        Skin skin = presenter.skin();
        face = presenter.face();
        studs = presenter.outfit().jewellery() != 0;
        float c = face.cheek();
        ear = inks.shape("M%1$s,-10 C%2$s,-26 %3$s,-18 %3$s,6 C%3$s,24 %4$s,40 %5$s,52 C%6$s,58 %7$s,52 %7$s,40Z"
                .formatted(c - 8, c + 6, c + 21, c + 14, c + 5, c, c - 8));
        earFold = inks.shape("M%1$s,-4 C%2$s,-14 %3$s,-4 %4$s,10 C%5$s,22 %1$s,20 %6$s,34"
                .formatted(c + 4, c + 13, c + 16, c + 12, c + 9, c + 2));
        earPaint = inks.vertical(-20, 56, skin.base(), skin.shade());
        foldPaint = inks.line(tint(skin.line(), 0x80), 2.6f);
        skinPaint = inks.radial(-34, -40, 215, skin.light(), skin.base(), skin.shade());
        farSide = inks.along(20, 0, c + 6, 20, tint(skin.shade(), 0), tint(skin.shade(), 0xA0));
        hairShadow = inks.vertical(-124, -58, tint(skin.line(), 0x70), tint(skin.line(), 0));
        leftBlush = inks.spot(-62, 52, 44, tint(skin.blush(), 0x5C));
        rightBlush = inks.spot(62, 52, 44, tint(skin.blush(), 0x5C));
        chinLight = inks.spot(-2, face.chinHeight() - 18, 30, tint(skin.light(), 0xA0));
        foreheadLight = inks.spot(-24, -64, 66, tint(skin.light(), 0xC0));
        beard = inks.vertical(10, 80, tint(face.beardShadow(), 0), face.beardShadow());
        gold = inks.flat(presenter.outfit().jewellery());
    }

    @Override
    public void draw(Canvas canvas, Pose pose, MouthShape mouth) {
        drawEars(canvas, pose);
        canvas.save();
        HeadMotion.apply(canvas, pose, HeadMotion.FACE);
        try (Path outline = outline(pose, mouth.open())) {
            canvas.drawPath(outline, skinPaint);
            canvas.save();
            canvas.clipPath(outline, true);
            shade(canvas, pose, mouth.open());
            canvas.restore();
        }
        canvas.restore();
    }

    private void drawEars(Canvas canvas, Pose pose) {
        canvas.save();
        HeadMotion.apply(canvas, pose, HeadMotion.SIDE);
        for (int side = -1; side <= 1; side += 2) {
            canvas.save();
            canvas.scale(side, 1);
            canvas.drawPath(ear, earPaint);
            canvas.drawPath(earFold, foldPaint);
            if (studs) {
                canvas.drawCircle(face.cheek() + 5, 56, 5, gold);
            }
            canvas.restore();
        }
        canvas.restore();
    }

    private Path outline(Pose pose, double open) {
        double drop = open * JAW_DROP;
        // the far half of a turned face is seen at a flatter angle
        double right = 1 - 0.025 * pose.yaw();
        double left = 1 + 0.025 * pose.yaw();
        double jawY = face.jawHeight() + drop * 0.55;
        double chinY = face.chinHeight() + drop;
        pen.at(0, -150);
        half(right, jawY, chinY, false);
        half(-left, jawY, chinY, true);
        return pen.shut().path();
    }

    /** One half of the outline; downwards on the right, upwards on the left. */
    private void half(double side, double jawY, double chinY, boolean upwards) {
        double c = face.cheek();
        double j = face.jaw();
        double h = face.chin();
        if (upwards) {
            pen.curve(side * h * 0.75, chinY, side * (h + 12), chinY - 9, side * (h + j) / 2, (jawY + chinY) / 2 + 6);
            pen.curve(side * (j - 8), jawY + 10, side * (j + 6), jawY - 16, side * (c - 3), 40);
            pen.curve(side * (c + 3), 0, side * (c + 3), -40, side * (c - 2), -70);
            pen.curve(side * (c - 10), -130, side * 60, -150, 0, -150);
        } else {
            pen.curve(side * 60, -150, side * (c - 10), -130, side * (c - 2), -70);
            pen.curve(side * (c + 3), -40, side * (c + 3), 0, side * (c - 3), 40);
            pen.curve(side * (j + 6), jawY - 16, side * (j - 8), jawY + 10, side * (h + j) / 2, (jawY + chinY) / 2 + 6);
            pen.curve(side * (h + 12), chinY - 9, side * h * 0.75, chinY, 0, chinY);
        }
    }

    private void shade(Canvas canvas, Pose pose, double open) {
        float parallax = (float) (pose.yaw() * 5);
        canvas.drawRect(Rect.makeLTRB(0, -150, 140, 200), farSide);
        canvas.drawRect(Rect.makeLTRB(-140, -150, 140, -50), hairShadow);
        canvas.translate(parallax, 0);
        canvas.drawCircle(-24, -64, 66, foreheadLight);
        if (face.beardShadow() != 0) {
            drawBeard(canvas, open * JAW_DROP);
        }
        canvas.drawCircle(-62, 52, 44, leftBlush);
        canvas.drawCircle(62, 52, 44, rightBlush);
        canvas.translate(0, (float) (open * JAW_DROP * 0.9));
        canvas.drawCircle(-2, face.chinHeight() - 18, 30, chinLight);
    }

    private void drawBeard(Canvas canvas, double drop) {
        pen.at(-130, 0)
                .curve(-100, 40, -88, 60, -62, 68)
                .curve(-40, 74, -24, 70, 0, 72)
                .curve(24, 70, 40, 74, 62, 68)
                .curve(88, 60, 100, 40, 130, 0)
                .to(130, 190 + drop)
                .to(-130, 190 + drop)
                .shut()
                .draw(canvas, beard);
    }

    private static int tint(int color, int alpha) {
        return color & 0x00FFFFFF | alpha << 24;
    }

    @Override
    public void close() {
        pen.close();
        inks.close();
    }
}
