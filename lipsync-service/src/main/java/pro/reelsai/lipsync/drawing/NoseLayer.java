package pro.reelsai.lipsync.drawing;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Paint;
import pro.reelsai.lipsync.presenter.Pose;
import pro.reelsai.lipsync.presenter.Presenter;
import pro.reelsai.lipsync.viseme.MouthShape;

/** The nose: little more than its shadow, nostrils and a light on its tip. */
final class NoseLayer implements Layer {
    private final Inks inks = Inks.quick();
    private final Pen pen = new Pen();
    private final float width;
    private final Paint side;
    private final Paint under;
    private final Paint wing;
    private final Paint nostril;
    private final Paint tip;
    private final Paint bridge;

    NoseLayer(Presenter presenter) {
        int line = presenter.skin().line() & 0x00FFFFFF;
        int shade = presenter.skin().shade() & 0x00FFFFFF;
        int light = presenter.skin().light() & 0x00FFFFFF;
        width = presenter.face().neck() > 48 ? 1.2f : 1;
        side = inks.along(0, 0, 22, 4, shade, shade | 0x58000000, shade);
        under = inks.spot(2, 62, 26, shade | 0xC0000000);
        wing = inks.line(line | 0x80000000, 2.2f);
        nostril = inks.flat(line | 0xC8000000);
        tip = inks.spot(-3, 43, 13, 0xFFFFFF | 0x60000000);
        bridge = inks.spot(0, 0, 20, light | 0xB0000000);
    }

    @Override
    public void draw(Canvas canvas, Pose pose, MouthShape mouth) {
        canvas.save();
        HeadMotion.apply(canvas, pose, HeadMotion.NOSE);
        canvas.save();
        canvas.translate(-2, 10);
        canvas.scale(0.42f, 1.9f);
        canvas.drawCircle(0, 0, 20, bridge);
        canvas.restore();
        canvas.scale(width, 1);
        pen.at(5, -24)
                .curve(8, 4, 12, 30, 18, 44)
                .curve(21, 54, 14, 60, 8, 58)
                .curve(10, 40, 4, 10, 5, -24)
                .shut();
        pen.draw(canvas, side);
        canvas.drawCircle(2, 62, 26, under);
        canvas.drawCircle(-3, 43, 13, tip);
        pen.at(-14, 55)
                .curve(-12, 51, -6, 52, -4, 57)
                .curve(-7, 58, -11, 58, -14, 55)
                .shut()
                .draw(canvas, nostril);
        pen.at(14, 55)
                .curve(12, 51, 6, 52, 4, 57)
                .curve(7, 58, 11, 58, 14, 55)
                .shut()
                .draw(canvas, nostril);
        pen.at(-17, 44).curve(-22, 50, -21, 58, -15, 58).draw(canvas, wing);
        pen.at(17, 44).curve(22, 50, 21, 58, 15, 58).draw(canvas, wing);
        canvas.restore();
    }

    @Override
    public void close() {
        pen.close();
        inks.close();
    }
}
