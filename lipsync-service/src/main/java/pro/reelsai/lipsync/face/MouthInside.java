package pro.reelsai.lipsync.face;

import pro.reelsai.lipsync.viseme.MouthShape;

/** What is seen between the lips: dark, the upper teeth, the tongue, as bright as the face around it. */
final class MouthInside {
    /** Blue, green, red. */
    private static final double[] DARK = {20, 14, 40};

    private static final double[] TEETH = {208, 222, 232};
    private static final double[] TONGUE = {78, 70, 150};
    /** How far down the upper teeth reach, in distances between the eyes. */
    private static final double TOOTH = 0.075;
    /** A gap in which teeth are not seen yet. */
    private static final double NARROW = 0.025;

    private static final double SOFT = 0.012;

    private final double light;
    private final double gap;
    private final double tongue;

    /**
     * @param skin how bright the cheeks are, 0 to 255
     * @param gap how far apart the lips are
     */
    MouthInside(double skin, double gap, MouthShape shape) {
        this.light = Math.clamp(skin / 165, 0.4, 1.1);
        this.gap = gap;
        this.tongue = Math.max(shape.tongue(), Smooth.step((shape.open() - 0.3) / 0.5) * 0.7);
    }

    /**
     * A colour.
     *
     * @param below the distance to the upper lip
     * @param above the distance to the lower lip
     * @param aside how near to the corner, 0 (the middle) to 1
     * @param channel 0 blue, 1 green, 2 red
     */
    double color(double below, double above, double aside, int channel) {
        double rounded = 1 - aside * aside;
        double teeth = Smooth.step((Math.min(TOOTH, 0.6 * gap) * (0.5 + 0.5 * rounded) - below) / SOFT)
                * Smooth.step((gap - NARROW) / NARROW)
                * Smooth.step(rounded / 0.5);
        double shaded = (0.75 + 0.25 * Math.min(1, below / 0.02)) * (0.5 + 0.5 * rounded);
        double tongueHere = 0.75 * tongue * Smooth.step((0.4 * gap * rounded - above) / (0.25 * gap + SOFT));
        double color = DARK[channel] + tongueHere * (TONGUE[channel] - DARK[channel]);
        return light * (color + teeth * (TEETH[channel] * shaded - color));
    }
}
