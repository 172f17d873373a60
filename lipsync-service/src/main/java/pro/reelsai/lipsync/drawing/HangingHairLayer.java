package pro.reelsai.lipsync.drawing;

import io.github.humbleui.skija.Canvas;
import java.util.List;
import pro.reelsai.lipsync.presenter.Lock;
import pro.reelsai.lipsync.presenter.Pose;
import pro.reelsai.lipsync.presenter.Presenter.Hair;
import pro.reelsai.lipsync.viseme.MouthShape;

/** Locks that hang from the head: they go where it goes, but do not tilt with it. */
final class HangingHairLayer implements Layer {
    /** Where the hair leaves the head: behind the ears. */
    private static final float ROOT_Y = 20;

    private final List<Sprite> locks;
    private final double depth;

    /**
     * @param locks the locks, the undermost first
     * @param hair the colours
     * @param light how the light falls on them
     * @param depth how far in front of the head's axis they hang, see {@link HeadMotion}
     */
    HangingHairLayer(List<Lock> locks, Hair hair, HairLight light, double depth) {
        this.depth = depth;
        this.locks = locks.stream()
                .map(lock ->
                        new Sprite(Comb.bounds(List.of(lock)), canvas -> Comb.draw(canvas, List.of(lock), hair, light)))
                .toList();
    }

    @Override
    public void draw(Canvas canvas, Pose pose, MouthShape mouth) {
        canvas.save();
        HeadMotion.shift(canvas, pose, depth, ROOT_Y);
        for (Sprite lock : locks) {
            lock.draw(canvas);
        }
        canvas.restore();
    }

    @Override
    public void close() {
        locks.forEach(Sprite::close);
    }
}
