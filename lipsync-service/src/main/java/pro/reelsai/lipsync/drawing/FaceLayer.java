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

/** The face's skin: an outline that the jaw stretches, filled with complexion, light and blush. */
final class FaceLayer implements Layer {
    /** How far the chin drops when the mouth is wide open. */
    private static final double JAW_DROP = 15;

    private static final float CENTRE_Y = 20;
    private static final Rect COMPLEXION = Rect.makeLTRB(-125, -160, 125, 190);

    private final Inks inks = Inks.quick();
    private final Pen pen = new Pen();
    private final Face face;
    private final Sprite complexion;
    private final Paint skin;

    FaceLayer(Presenter presenter) {
        face = presenter.face();
        complexion = new Sprite(COMPLEXION, canvas -> {
            try (Inks once = Inks.fine()) {
                drawComplexion(canvas, once, presenter.skin());
            }
        });
        skin = inks.shaded(inks.own(complexion.shader()));
    }

    @Override
    public void draw(Canvas canvas, Pose pose, MouthShape mouth) {
        canvas.save();
        HeadMotion.shift(canvas, pose, HeadMotion.FACE, CENTRE_Y);
        try (Path outline = outline(pose, mouth.open() * JAW_DROP);
                Path tilted = outline.makeTransform(HeadMotion.tilt(pose, CENTRE_Y))) {
            canvas.drawPath(tilted, skin);
        }
        canvas.restore();
    }

    private Path outline(Pose pose, double drop) {
        // the far half of a turned face is seen at a flatter angle
        double right = 1 - 0.025 * pose.yaw();
        double left = -1 - 0.025 * pose.yaw();
        double cheek = face.cheek();
        double jawX = (face.chin() + 2 * face.jaw()) / 3;
        double jawY = (face.jawHeight() + face.chinHeight()) / 2 + drop * 0.8;
        double chinY = face.chinHeight() + drop;
        double slantX = jawX * 0.26;
        double slantY = (chinY - 40) * 0.16;
        return pen.at(0, -150)
                .curve(right * 60, -150, right * (cheek - 10), -130, right * (cheek - 2), -70)
                .curve(right * (cheek + 3), -40, right * (cheek + 3), 0, right * (cheek - 3), 40)
                .curve(right * (cheek - 6), 68, right * (jawX + slantX * 1.2), jawY - slantY * 1.2, right * jawX, jawY)
                .curve(right * (jawX - slantX), jawY + slantY, right * face.chin() * 0.9, chinY, 0, chinY)
                .curve(left * face.chin() * 0.9, chinY, left * (jawX - slantX), jawY + slantY, left * jawX, jawY)
                .curve(
                        left * (jawX + slantX * 1.2),
                        jawY - slantY * 1.2,
                        left * (cheek - 6),
                        68,
                        left * (cheek - 3),
                        40)
                .curve(left * (cheek + 3), 0, left * (cheek + 3), -40, left * (cheek - 2), -70)
                .curve(left * (cheek - 10), -130, left * 60, -150, 0, -150)
                .shut()
                .path();
    }

    private void drawComplexion(Canvas canvas, Inks once, Skin colors) {
        int shade = colors.shade();
        canvas.drawRect(COMPLEXION, once.radial(-30, -30, 230, colors.light(), colors.base(), shade));
        // the light comes from the viewer's left: the right edge and the underside of the jaw turn away from it
        canvas.drawRect(
                COMPLEXION,
                once.along(36, 0, face.cheek() + 4, 16, Colors.withAlpha(shade, 0), Colors.withAlpha(shade, 0xB8)));
        canvas.drawRect(
                COMPLEXION,
                once.vertical(
                        face.chinHeight() - 52,
                        face.chinHeight() + 14,
                        Colors.withAlpha(shade, 0),
                        Colors.withAlpha(shade, 0x98)));
        canvas.drawPath(
                once.shape("M-130,-170 L130,-170 L130,0 C104,-70 40,-116 -28,-116 C-80,-110 -104,-60 -130,0Z"),
                once.blurred(Colors.withAlpha(colors.line(), 0x78), 9));
        canvas.drawCircle(-22, -58, 62, once.spot(-22, -58, 62, Colors.withAlpha(colors.light(), 0xD0)));
        for (int side = -1; side <= 1; side += 2) {
            canvas.drawCircle(side * 60, 30, 38, once.spot(side * 60, 30, 38, Colors.withAlpha(colors.light(), 0x90)));
            canvas.drawCircle(side * 64, 52, 46, once.spot(side * 64, 52, 46, colors.blush()));
        }
        if (face.beardShadow() == 0) {
            float chin = face.chinHeight() - 22;
            canvas.drawCircle(-3, chin, 24, once.spot(-3, chin, 24, Colors.withAlpha(colors.light(), 0x90)));
        } else {
            drawBeard(canvas, once);
        }
    }

    private void drawBeard(Canvas canvas, Inks once) {
        Paint stubble = once.blurred(face.beardShadow(), 5);
        canvas.drawPath(
                once.shape(
                        "M-130,-6 C-104,30 -98,92 -58,104 C-44,78 -24,72 0,76 C24,72 44,78 58,104 C98,92 104,30 130,-6 "
                                + "L130,200 L-130,200Z M-40,104 C-28,116 28,116 40,104 C34,86 -34,86 -40,104Z"),
                stubble);
    }

    @Override
    public void close() {
        pen.close();
        inks.close();
        complexion.close();
    }
}
