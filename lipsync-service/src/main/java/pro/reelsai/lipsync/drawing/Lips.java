package pro.reelsai.lipsync.drawing;

import pro.reelsai.lipsync.viseme.MouthShape;

/**
 * Where the lips are, in units of the drawing around the mouth's middle.
 *
 * @param halfWidth half the distance between the corners
 * @param corner the corners' height; negative is raised, as in a smile
 * @param upper the height of the upper lip's lower edge
 * @param lower the height of the lower lip's upper edge
 * @param thickness half the height of a lip
 */
record Lips(double halfWidth, double corner, double upper, double lower, double thickness) {
    private static final double REST_HALF_WIDTH = 36;
    private static final double WIDEST_GAP = 39;

    /**
     * Places the lips.
     *
     * @param mouth what the speech asks for
     * @param smile how much the corners are raised, 0 to 1
     * @param fullness how thick the lips are, 1 for full ones
     */
    static Lips of(MouthShape mouth, double smile, double fullness) {
        double open = Math.min(1, mouth.open() * 1.3);
        double round = mouth.roundness();
        double halfWidth = REST_HALF_WIDTH * (1 + 0.2 * mouth.width() - 0.4 * round + 0.1 * smile * (1 - open));
        double gap = open * WIDEST_GAP * (1 + 0.2 * round);
        double middle = open * 3;
        double upper = middle - gap * 0.12;
        double lower = Math.max(upper, middle + gap * 0.88 - 2.2 * mouth.lipToTeeth() * Math.min(1, gap));
        double corner = middle - (3.5 + 6.5 * smile) * (1 - round) * (1 - 0.35 * open);
        return new Lips(halfWidth, corner, upper, lower, (6 + 2 * round) * fullness);
    }

    /** Whether the mouth's inside can be seen. */
    boolean parted() {
        return lower - upper > 0.6;
    }
}
