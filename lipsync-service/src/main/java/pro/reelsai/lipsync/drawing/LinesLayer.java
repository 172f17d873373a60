package pro.reelsai.lipsync.drawing;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.Path;
import pro.reelsai.lipsync.presenter.Pose;
import pro.reelsai.lipsync.presenter.Presenter;
import pro.reelsai.lipsync.viseme.MouthShape;

/** The lines that years draw: on the forehead, beside the eyes, from the nose to the corners of the mouth. */
final class LinesLayer implements Layer {
    /** How far the forehead's lines go up with the brows. */
    private static final double BROWS_LIFT = 4;

    private final Inks inks = Inks.quick();
    private final Path forehead;
    private final Path corner;
    private final Path fold;
    private final Paint thin;
    private final Paint soft;

    LinesLayer(Presenter presenter) {
        int line = presenter.skin().line();
        float age = presenter.face().age();
        forehead = inks.shape("M-44,-84 C-24,-90 22,-90 46,-85 M-34,-100 C-16,-105 18,-105 36,-101");
        corner = inks.shape("M78,-5 C83,-8 87,-11 90,-14 M79,1 C84,1 89,0 93,-2 M77,7 C82,10 86,11 90,12");
        fold = inks.shape("M29,52 C41,58 52,68 57,84");
        thin = inks.line(Colors.withAlpha(line, (int) (0x58 * age)), 1.8f);
        soft = inks.line(Colors.withAlpha(line, (int) (0x34 * age)), 3.4f);
    }

    @Override
    public void draw(Canvas canvas, Pose pose, MouthShape mouth) {
        canvas.save();
        HeadMotion.apply(canvas, pose, HeadMotion.FEATURES);
        canvas.save();
        canvas.translate(0, (float) (-BROWS_LIFT * pose.brow()));
        canvas.drawPath(forehead, thin);
        canvas.restore();
        for (int side = -1; side <= 1; side += 2) {
            canvas.save();
            canvas.scale(side, 1);
            canvas.drawPath(corner, thin);
            canvas.drawPath(fold, soft);
            canvas.restore();
        }
        canvas.restore();
    }

    @Override
    public void close() {
        inks.close();
    }
}
