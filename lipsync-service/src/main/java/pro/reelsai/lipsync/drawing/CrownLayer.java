package pro.reelsai.lipsync.drawing;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.Path;
import io.github.humbleui.skija.PathOp;
import io.github.humbleui.types.Rect;
import java.util.List;
import pro.reelsai.lipsync.presenter.Lock;
import pro.reelsai.lipsync.presenter.Pose;
import pro.reelsai.lipsync.presenter.Presenter.Hair;
import pro.reelsai.lipsync.viseme.MouthShape;

/** The hair on the head: an outline that tilts with the head, filled with combed hair. */
final class CrownLayer implements Layer {
    private static final float CENTRE_Y = -90;

    private final Inks inks = Inks.quick();
    private final Sprite combed;
    private final Path outline;
    private final Paint hairPaint;

    CrownLayer(List<Lock> locks, Hair hair) {
        Rect bounds = Comb.bounds(locks);
        combed = new Sprite(bounds, canvas -> {
            try (Inks once = Inks.fine()) {
                // the outline tilts and the texture does not, so there has to be hair beyond the outline
                canvas.drawRect(bounds, Comb.body(once, hair, HairLight.SHEEN));
            }
            Comb.draw(canvas, locks, hair, HairLight.SHEEN);
        });
        outline = inks.own(outline(locks));
        hairPaint = inks.shaded(inks.own(combed.shader()));
    }

    @Override
    public void draw(Canvas canvas, Pose pose, MouthShape mouth) {
        canvas.save();
        HeadMotion.shift(canvas, pose, HeadMotion.CROWN, CENTRE_Y);
        try (Path tilted = outline.makeTransform(HeadMotion.tilt(pose, CENTRE_Y))) {
            canvas.drawPath(tilted, hairPaint);
        }
        canvas.restore();
    }

    private static Path outline(List<Lock> locks) {
        Path outline = new Path();
        try (Pen pen = new Pen()) {
            for (Lock lock : locks) {
                try (Path before = outline;
                        Path one = Comb.outline(pen, lock)) {
                    outline = Path.makeCombining(before, one, PathOp.UNION);
                }
            }
        }
        return outline;
    }

    @Override
    public void close() {
        inks.close();
        combed.close();
    }
}
