package pro.reelsai.lipsync.face;

import pro.reelsai.lipsync.viseme.MouthShape;

/**
 * How lips that are seen become lips as a {@link MouthShape} wants them, column by column along the mouth, in the measure of
 * {@link Lips}. Wherever the lips were, they end up as far apart as the shape says: an actor who laughs closes the mouth for
 * an m.
 */
final class Opening {
    /** The widest gap between the lips, in distances between the eyes. */
    private static final double WIDEST = 0.23;
    /** How much of the gap the upper lip gives; the jaw gives the rest. */
    private static final double UPPER_SHARE = 0.18;
    /** Where lips that were apart meet, between the upper (0) and the lower (1): the lower comes up more. */
    private static final double MEETING = 0.3;
    /** How much of the lower lip's way the chin goes too. */
    private static final double JAW = 0.55;

    private static final double ROUNDED = -0.3;
    private static final double BROADENED = 0.08;
    private static final double TUCKED_GAP = 0.03;
    /** How far from the middle anything moves, in halves of the mouth's width. */
    private static final double REACH = 2.4;
    /** Teeth that were seen at the edge of a lip go with the gap they were seen through. */
    private static final double INSET = 0.02;

    private final Lips lips;
    private final double half;
    private final double stretch;
    private final double gap;

    Opening(Lips lips, MouthShape shape) {
        this.lips = lips;
        half = lips.halfWidth();
        stretch = 1 + ROUNDED * shape.roundness() * Math.min(1, 0.4 + shape.open()) + BROADENED * shape.width();
        gap = Math.max(WIDEST * shape.open(), TUCKED_GAP * shape.lipToTeeth());
    }

    /**
     * One column.
     *
     * @param sourceU where along the mouth it comes from
     * @param aside how near to the corner, 0 (the middle) to 1 and more
     * @param upperSeen where the upper lip ends as seen
     * @param upper where it should
     * @param lowerSeen where the lower lip begins as seen
     * @param lower where it should
     * @param jaw how far the chin goes down
     */
    record Column(
            double sourceU, double aside, double upperSeen, double upper, double lowerSeen, double lower, double jaw) {}

    /** The column at a place along the mouth. */
    Column column(double u) {
        double sourceU = sourceOf(u);
        double aside = Math.abs(sourceU) / half;
        double upper = lips.upper(sourceU);
        double lower = lips.lower(sourceU);
        double inset = Math.min(INSET, 0.5 * (lower - upper));
        double meeting = upper + MEETING * (lower - upper);
        double here = gap * Math.pow(Math.max(0, 1 - aside * aside), 0.6);
        double way = (1 - UPPER_SHARE) * gap - (1 - MEETING) * (lips.lower(0) - lips.upper(0));
        return new Column(
                sourceU,
                aside,
                upper - inset,
                meeting - UPPER_SHARE * here,
                lower + inset,
                meeting + (1 - UPPER_SHARE) * here,
                JAW * way * (1 - Smooth.step((aside - 0.7) / (REACH - 0.7))));
    }

    /** How far from the mouth's middle anything moves. */
    double reach() {
        return REACH * half;
    }

    /** How far apart the lips are in the middle. */
    double gap() {
        return gap;
    }

    private double sourceOf(double u) {
        double corner = stretch * half;
        double side = Math.abs(u);
        double from =
                side <= corner ? side / stretch : half + (side - corner) * (REACH - 1) * half / (REACH * half - corner);
        return Math.copySign(side >= reach() ? side : from, u);
    }
}
