package pro.reelsai.lipsync.drawing;

import static pro.reelsai.lipsync.drawing.Colors.mix;

import pro.reelsai.lipsync.presenter.Presenter.Hair;

/** How the light falls on a layer of hair, from its top to its bottom. */
enum HairLight {
    /** In the shade of the head and the neck. */
    SHADED(-180, 300, 0.1),
    /** On the round of the head, with a sheen. */
    SHEEN(-200, 20, 0.9),
    /** Hanging down in the light. */
    HANGING(-30, 300, 0.6);

    private final float top;
    private final float bottom;
    private final double strandContrast;

    HairLight(float top, float bottom, double strandContrast) {
        this.top = top;
        this.bottom = bottom;
        this.strandContrast = strandContrast;
    }

    float top() {
        return top;
    }

    float bottom() {
        return bottom;
    }

    /** How much single strands stand out, 0 to 1. */
    double strandContrast() {
        return strandContrast;
    }

    /** Where on the way from top to bottom the colours of {@link #body} and {@link #shine} are, 0 to 1. */
    float[] places() {
        return new float[] {0, 0.4f, 1};
    }

    /** The colours of the mass of hair. */
    int[] body(Hair hair) {
        return switch (this) {
            case SHADED -> new int[] {hair.base(), mix(hair.base(), hair.dark(), 0.6), hair.dark()};
            case SHEEN ->
                new int[] {
                    mix(hair.base(), hair.dark(), 0.15),
                    mix(hair.base(), hair.light(), 0.42),
                    mix(hair.base(), hair.dark(), 0.35)
                };
            case HANGING ->
                new int[] {mix(hair.base(), hair.dark(), 0.5), hair.base(), mix(hair.base(), hair.light(), 0.35)};
        };
    }

    /** The colours of the strands that catch the light. */
    int[] shine(Hair hair) {
        int faint = Colors.withAlpha(hair.light(), 0x18);
        int bright = Colors.withAlpha(hair.light(), 0xC8);
        return switch (this) {
            case SHADED -> new int[] {faint, faint, faint};
            case SHEEN -> new int[] {faint, bright, faint};
            case HANGING -> new int[] {faint, Colors.withAlpha(hair.light(), 0x80), bright};
        };
    }
}
