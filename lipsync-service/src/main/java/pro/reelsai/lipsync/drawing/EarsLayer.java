package pro.reelsai.lipsync.drawing;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.Path;
import pro.reelsai.lipsync.presenter.Pose;
import pro.reelsai.lipsync.presenter.Presenter;
import pro.reelsai.lipsync.presenter.Presenter.Skin;
import pro.reelsai.lipsync.viseme.MouthShape;

/**
 * Ears, over the hair that is tucked behind them. They are fixed to the outline of the face; of a turned head the near one
 * is seen broader and the far one narrower.
 */
final class EarsLayer implements Layer {
    private static final double TURN = 0.3;

    private final Inks inks = Inks.quick();
    private final float attachedAt;
    private final boolean studs;
    private final Path ear;
    private final Path fold;
    private final Paint skin;
    private final Paint inside;
    private final Paint foldLine;
    private final Paint stud;
    private final Paint studLight;

    EarsLayer(Presenter presenter) {
        Skin colors = presenter.skin();
        attachedAt = presenter.face().cheek() - 3;
        studs = presenter.outfit().jewellery() != 0;
        ear = inks.shape("M0,-8 C4,-18 18,-18 19,0 C20,17 13,31 7,41 C4,46 -3,46 -4,38 C-3,22 0,6 0,-8Z");
        fold = inks.shape("M6,-6 C13,-11 15,-1 13,7 C11,15 6,16 5,26");
        skin = inks.along(0, 0, 24, 10, Colors.mix(colors.base(), colors.shade(), 0.35), colors.base());
        inside = inks.spot(6, 7, 13, Colors.withAlpha(colors.line(), 0x70));
        foldLine = inks.line(Colors.withAlpha(colors.line(), 0x88), 2.2f);
        stud = inks.radial(
                4,
                50,
                8,
                Colors.mix(presenter.outfit().jewellery(), Colors.WHITE, 0.5),
                presenter.outfit().jewellery());
        studLight = inks.flat(0xD0FFFFFF);
    }

    @Override
    public void draw(Canvas canvas, Pose pose, MouthShape mouth) {
        canvas.save();
        HeadMotion.apply(canvas, pose, HeadMotion.FACE);
        for (int side = -1; side <= 1; side += 2) {
            canvas.save();
            canvas.scale(side, 1);
            canvas.translate(attachedAt, 0);
            canvas.save();
            canvas.scale((float) (1 - side * TURN * pose.yaw()), 1);
            canvas.drawPath(ear, skin);
            canvas.drawCircle(6, 7, 13, inside);
            canvas.drawPath(fold, foldLine);
            canvas.restore();
            if (studs) {
                canvas.drawCircle(4, 45, 5, stud);
                canvas.drawCircle(3, 43.5f, 1.4f, studLight);
            }
            canvas.restore();
        }
        canvas.restore();
    }

    @Override
    public void close() {
        inks.close();
    }
}
