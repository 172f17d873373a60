package pro.reelsai.rendering.timeline;

/**
 * Which part of a clip is shown, and how fast.
 *
 * @param from where in the clip it starts, in seconds
 * @param slowdown how much slower than recorded it plays, 1 (as recorded) to 2 (half speed)
 * @param repeats how often it starts anew after its end
 */
public record ClipTiming(double from, double slowdown, int repeats) {
    /** Half speed: slower, the single pictures of a usual clip begin to show. */
    public static final double SLOWEST = 2;

    /** Below this much of a clip's end is not asked for: containers tend to round their duration up. */
    private static final double MARGIN = 0.05;

    private static final double SHORTEST = 0.04;

    /**
     * Fills a shot with a clip: a long clip is trimmed, a short one slowed down, one that is still too short is repeated.
     *
     * @param available how long the clip plays, in seconds; 0 if unknown, which counts as long enough
     * @param needed how long the shot is, in seconds
     * @param showing which showing of the clip, from 0; a later one goes on where the one before ended
     */
    public static ClipTiming fill(double available, double needed, int showing) {
        if (available <= 0) {
            return new ClipTiming(0, 1, 0);
        }
        double usable = Math.max(SHORTEST, available - MARGIN);
        if (usable >= needed) {
            double spare = usable - needed;
            double from = showing * needed;
            return new ClipTiming(from <= spare ? from : spare * (showing % 2), 1, 0);
        }
        int plays = (int) Math.ceil(needed / (usable * SLOWEST));
        return new ClipTiming(0, Math.clamp(needed / (usable * plays), 1, SLOWEST), plays - 1);
    }
}
