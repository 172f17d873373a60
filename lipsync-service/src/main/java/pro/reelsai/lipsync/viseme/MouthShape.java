package pro.reelsai.lipsync.viseme;

/**
 * What a mouth looks like in one frame.
 *
 * @param open how far the jaw is down, 0 (shut) to 1 (wide open)
 * @param width how far the corners are drawn apart, -1 (narrow) to 1 (broad)
 * @param roundness how rounded and protruded the lips are, 0 to 1
 * @param lipToTeeth how far the lower lip is tucked under the upper teeth as for f and v, 0 to 1
 * @param tongue how far the tongue is raised to the upper teeth as for l and th, 0 to 1
 */
public record MouthShape(double open, double width, double roundness, double lipToTeeth, double tongue) {
    /** Lips together, at rest. */
    public static final MouthShape SHUT = new MouthShape(0, 0, 0, 0, 0);

    /** The same shape with the jaw elsewhere. */
    MouthShape withOpen(double newOpen) {
        return new MouthShape(newOpen, width, roundness, lipToTeeth, tongue);
    }
}
