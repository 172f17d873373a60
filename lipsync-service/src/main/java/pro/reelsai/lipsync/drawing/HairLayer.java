package pro.reelsai.lipsync.drawing;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import pro.reelsai.lipsync.presenter.Lock;
import pro.reelsai.lipsync.presenter.Pose;
import pro.reelsai.lipsync.presenter.Presenter.Hair;
import pro.reelsai.lipsync.viseme.MouthShape;

/** Some locks of hair that move with the head at one depth. */
final class HairLayer implements Layer {
    private record Stroke(Path path, Paint paint) {}

    private final Inks inks = new Inks();
    private final List<Stroke> strokes = new ArrayList<>();
    private final double depth;

    /**
     * @param locks the locks, the undermost first
     * @param hair the colours
     * @param fill what the locks are filled with, the undermost colour first; from root to tip
     * @param depth how far in front of the head's axis the hair lies
     * @param castsShadow whether the locks darken what is just below them
     */
    HairLayer(List<Lock> locks, Hair hair, Fill fill, double depth, boolean castsShadow) {
        this.depth = depth;
        RandomGenerator random = new SplittableRandom(11);
        Paint body = inks.along(0, fill.top(), 0, fill.bottom(), fill.colors(hair), fill.places());
        Paint shine = inks.along(0, fill.top(), 0, fill.bottom(), fill.shine(hair), fill.places());
        Paint dark = inks.flat((hair.dark() & 0x00FFFFFF) | 0x70000000);
        for (Lock lock : locks) {
            if (castsShadow) {
                strokes.add(new Stroke(outline(lock, 4, 5), inks.flat(0x26000000)));
            }
            strokes.add(new Stroke(outline(lock, 0, 0), body));
            for (int i = 0; i < lock.strands(); i++) {
                double place = (i + random.nextDouble(0.2, 0.8)) / lock.strands();
                Paint paint = i % 3 == 1 ? dark : shine;
                strokes.add(new Stroke(strand(lock, place, random.nextDouble(0.02, 0.05)), paint));
            }
        }
    }

    @Override
    public void draw(Canvas canvas, Pose pose, MouthShape mouth) {
        canvas.save();
        HeadMotion.apply(canvas, pose, depth);
        for (Stroke stroke : strokes) {
            canvas.drawPath(stroke.path(), stroke.paint());
        }
        canvas.restore();
    }

    private Path outline(Lock lock, float dx, float dy) {
        try (Pen pen = new Pen()) {
            follow(pen, lock.inner(), dx, dy);
            followBack(pen, lock.outer(), dx, dy);
            return inks.own(pen.shut().path());
        }
    }

    /** A strand is a sliver of its lock: thick in the middle, pointed at both ends. */
    private Path strand(Lock lock, double place, double thickness) {
        try (Pen pen = new Pen()) {
            float[] middle = blend(lock, place);
            float[] bulged = blend(lock, place + thickness);
            for (int end : new int[] {0, middle.length - 2}) {
                bulged[end] = middle[end];
                bulged[end + 1] = middle[end + 1];
            }
            follow(pen, middle, 0, 0);
            followBack(pen, bulged, 0, 0);
            return inks.own(pen.shut().path());
        }
    }

    private static float[] blend(Lock lock, double place) {
        float[] blend = new float[lock.inner().length];
        for (int i = 0; i < blend.length; i++) {
            blend[i] = (float) (lock.inner()[i] * (1 - place) + lock.outer()[i] * place);
        }
        return blend;
    }

    private static void follow(Pen pen, float[] edge, float dx, float dy) {
        pen.at(edge[0] + dx, edge[1] + dy);
        for (int i = 2; i < edge.length; i += 6) {
            pen.curve(
                    edge[i] + dx,
                    edge[i + 1] + dy,
                    edge[i + 2] + dx,
                    edge[i + 3] + dy,
                    edge[i + 4] + dx,
                    edge[i + 5] + dy);
        }
    }

    private static void followBack(Pen pen, float[] edge, float dx, float dy) {
        int last = edge.length - 2;
        pen.to(edge[last] + dx, edge[last + 1] + dy);
        for (int i = last; i >= 6; i -= 6) {
            pen.curve(
                    edge[i - 2] + dx,
                    edge[i - 1] + dy,
                    edge[i - 4] + dx,
                    edge[i - 3] + dy,
                    edge[i - 6] + dx,
                    edge[i - 5] + dy);
        }
    }

    @Override
    public void close() {
        inks.close();
    }

    /** How the light falls on a layer of hair, from its top to its bottom. */
    enum Fill {
        /** In the shade of the head and the neck. */
        SHADED(-180, 300),
        /** In the light, with a sheen where the head is round. */
        SHEEN(-200, 20),
        /** Hanging down in the light. */
        HANGING(-30, 320);

        private final float top;
        private final float bottom;

        Fill(float top, float bottom) {
            this.top = top;
            this.bottom = bottom;
        }

        float top() {
            return top;
        }

        float bottom() {
            return bottom;
        }

        float[] places() {
            return new float[] {0, 0.38f, 1};
        }

        int[] colors(Hair hair) {
            return switch (this) {
                case SHADED -> new int[] {hair.base(), hair.dark(), hair.dark()};
                case SHEEN -> new int[] {hair.base(), mix(hair.base(), hair.light(), 0.35), hair.base()};
                case HANGING ->
                    new int[] {mix(hair.base(), hair.dark(), 0.5), hair.base(), mix(hair.base(), hair.light(), 0.3)};
            };
        }

        int[] shine(Hair hair) {
            int light = hair.light() & 0x00FFFFFF;
            return switch (this) {
                case SHADED -> new int[] {light | 0x10000000, light | 0x18000000, light | 0x20000000};
                case SHEEN -> new int[] {light | 0x20000000, light | 0xC0000000, light | 0x20000000};
                case HANGING -> new int[] {light | 0x10000000, light | 0x90000000, light | 0x70000000};
            };
        }

        private static int mix(int a, int b, double share) {
            int mixed = 0xFF;
            for (int shift = 16; shift >= 0; shift -= 8) {
                long channel = Math.round((a >> shift & 0xFF) * (1 - share) + (b >> shift & 0xFF) * share);
                mixed = mixed << 8 | (int) channel;
            }
            return mixed;
        }
    }
}
