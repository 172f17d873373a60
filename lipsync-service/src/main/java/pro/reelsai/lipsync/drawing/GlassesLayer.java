package pro.reelsai.lipsync.drawing;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.Path;
import pro.reelsai.lipsync.presenter.Pose;
import pro.reelsai.lipsync.presenter.Presenter;
import pro.reelsai.lipsync.viseme.MouthShape;

/** Glasses: two rounded lenses with a little light in them, a bridge, and arms that run back to the ears. */
final class GlassesLayer implements Layer {
    /** A little before the eyes. */
    private static final double DEPTH = HeadMotion.FEATURES + 0.15;

    private final Inks inks = Inks.quick();
    private final Path lens;
    private final Path light;
    private final Path bridge;
    private final Path arm;
    private final Paint frame;
    private final Paint tint;
    private final Paint gleam;
    private final Paint thin;

    GlassesLayer(Presenter presenter) {
        float ear = presenter.face().cheek() + 2;
        lens = inks.shape(
                "M14,-14 C16,-26 34,-28 50,-27 C68,-27 80,-24 80,-10 C80,12 70,29 48,29 C26,29 14,12 14,-14Z");
        light = inks.shape("M58,-24 L70,-22 L44,26 L33,22Z");
        bridge = inks.shape("M-15,-12 C-8,-19 8,-19 15,-12");
        arm = inks.shape("M79,-13 L%s,-16".formatted(ear));
        frame = inks.line(presenter.outfit().glasses(), 4.2f);
        thin = inks.line(presenter.outfit().glasses(), 3.2f);
        tint = inks.flat(0x14A8C8E0);
        gleam = inks.flat(0x1CFFFFFF);
    }

    @Override
    public void draw(Canvas canvas, Pose pose, MouthShape mouth) {
        canvas.save();
        HeadMotion.apply(canvas, pose, DEPTH);
        canvas.drawPath(bridge, frame);
        for (int side = -1; side <= 1; side += 2) {
            canvas.save();
            canvas.scale(side, 1);
            canvas.drawPath(arm, thin);
            canvas.drawPath(lens, tint);
            canvas.drawPath(light, gleam);
            canvas.drawPath(lens, frame);
            canvas.restore();
        }
        canvas.restore();
    }

    @Override
    public void close() {
        inks.close();
    }
}
