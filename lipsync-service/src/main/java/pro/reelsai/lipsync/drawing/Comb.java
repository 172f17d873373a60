package pro.reelsai.lipsync.drawing;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.Path;
import io.github.humbleui.types.Rect;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import pro.reelsai.lipsync.presenter.Lock;
import pro.reelsai.lipsync.presenter.Presenter.Hair;

/** Draws locks of hair strand by strand. Slow: draw them once and keep the picture. */
final class Comb {
    /** Hair grows the same in every video. */
    private static final long GROWTH_SEED = 11;
    /** Room for shadows and for strands that stick out. */
    private static final float MARGIN = 12;

    private final Canvas canvas;
    private final Pen pen;
    private final RandomGenerator random = new SplittableRandom(GROWTH_SEED);
    private final HairLight light;
    private final Paint body;
    private final Paint shine;
    private final Paint dark;
    private final Paint shadow;

    private Comb(Canvas canvas, Inks inks, Pen pen, Hair hair, HairLight light) {
        this.canvas = canvas;
        this.pen = pen;
        this.light = light;
        body = body(inks, hair, light);
        shine = inks.along(0, light.top(), 0, light.bottom(), light.shine(hair), light.places());
        dark = inks.flat(hair.dark());
        shadow = inks.blurred(Colors.BLACK, 3);
    }

    /** Draws locks, the undermost first. */
    static void draw(Canvas canvas, List<Lock> locks, Hair hair, HairLight light) {
        try (Inks inks = Inks.fine();
                Pen pen = new Pen()) {
            Comb comb = new Comb(canvas, inks, pen, hair, light);
            locks.forEach(comb::draw);
        }
    }

    /** What the mass of hair is filled with. */
    static Paint body(Inks inks, Hair hair, HairLight light) {
        return inks.along(0, light.top(), 0, light.bottom(), light.body(hair), light.places());
    }

    /** A lock's shape, for the caller to close. */
    static Path outline(Pen pen, Lock lock) {
        follow(pen, blend(lock, -0.01));
        followBack(pen, blend(lock, 1.01));
        return pen.shut().path();
    }

    /** What the locks cover at most. */
    static Rect bounds(List<Lock> locks) {
        float left = Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float bottom = -Float.MAX_VALUE;
        for (Lock lock : locks) {
            for (float[] edge : List.of(lock.inner(), lock.outer())) {
                for (int i = 0; i < edge.length; i += 2) {
                    left = Math.min(left, edge[i]);
                    right = Math.max(right, edge[i]);
                    top = Math.min(top, edge[i + 1]);
                    bottom = Math.max(bottom, edge[i + 1]);
                }
            }
        }
        return Rect.makeLTRB(left - MARGIN, top - MARGIN, right + MARGIN, bottom + MARGIN);
    }

    private void draw(Lock lock) {
        if (light == HairLight.HANGING) {
            drawShadow(lock);
        }
        fill(lock, body, 0xFF);
        for (int i = 0; i < lock.strands(); i++) {
            drawRibbon(lock, i);
            drawStrands(lock, i);
        }
    }

    /** On the clothes, towards the middle, so that none of it falls on the wall. */
    private void drawShadow(Lock lock) {
        canvas.save();
        canvas.translate(Math.signum(lock.inner()[0]) * -5, 3);
        fill(lock, shadow, 0x38);
        canvas.restore();
    }

    /** A broad band of hair that lies a little higher or lower than the rest. */
    private void drawRibbon(Lock lock, int index) {
        double from = (index + random.nextDouble(0, 0.5)) / lock.strands();
        double thickness = random.nextDouble(0.4, 1.1) / lock.strands();
        boolean raised = random.nextBoolean();
        int alpha = (int) ((raised ? 0x60 : 0x38) * light.strandContrast());
        sliver(lock, from, Math.min(1, from + thickness), raised ? shine : dark, alpha);
    }

    private void drawStrands(Lock lock, int index) {
        for (int i = 0; i < 3; i++) {
            double place = (index + random.nextDouble()) / lock.strands();
            double thickness = random.nextDouble(0.06, 0.22) / lock.strands();
            boolean raised = random.nextDouble() < 0.6;
            int alpha = (int) (random.nextInt(0x50, 0xC0) * light.strandContrast());
            sliver(lock, place, Math.min(1, place + thickness), raised ? shine : dark, alpha);
        }
    }

    private void fill(Lock lock, Paint paint, int alpha) {
        paint.setAlpha(alpha);
        try (Path outline = outline(pen, lock)) {
            canvas.drawPath(outline, paint);
        }
    }

    /** A part of a lock that is thick in the middle and pointed at both ends. */
    private void sliver(Lock lock, double from, double to, Paint paint, int alpha) {
        float[] one = blend(lock, from);
        float[] other = blend(lock, to);
        for (int end : new int[] {0, one.length - 2}) {
            other[end] = one[end];
            other[end + 1] = one[end + 1];
        }
        follow(pen, one);
        followBack(pen, other);
        paint.setAlpha(alpha);
        pen.shut().draw(canvas, paint);
    }

    private static float[] blend(Lock lock, double place) {
        float[] blend = new float[lock.inner().length];
        for (int i = 0; i < blend.length; i++) {
            blend[i] = (float) (lock.inner()[i] * (1 - place) + lock.outer()[i] * place);
        }
        return blend;
    }

    private static void follow(Pen pen, float[] edge) {
        pen.at(edge[0], edge[1]);
        for (int i = 2; i < edge.length; i += 6) {
            pen.curve(edge[i], edge[i + 1], edge[i + 2], edge[i + 3], edge[i + 4], edge[i + 5]);
        }
    }

    private static void followBack(Pen pen, float[] edge) {
        int last = edge.length - 2;
        pen.to(edge[last], edge[last + 1]);
        for (int i = last; i >= 6; i -= 6) {
            pen.curve(edge[i - 2], edge[i - 1], edge[i - 4], edge[i - 3], edge[i - 6], edge[i - 5]);
        }
    }
}
