package pro.reelsai.editing.sound;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How loud a sound is, after EBU R 128.
 *
 * @param integrated integrated loudness in LUFS; -70 or less means silence
 * @param truePeak highest true peak in dBTP
 */
record Loudness(double integrated, double truePeak) {
    /** The filter that measures; {@code framelog=verbose} keeps the ten lines a second out of the log. */
    static final String FILTER = "ebur128=peak=true:framelog=verbose";

    private static final double SILENCE = -70;
    private static final Pattern INTEGRATED = Pattern.compile("I:\\s+(\\S+) LUFS");
    private static final Pattern PEAK = Pattern.compile("Peak:\\s+(\\S+) dBFS");

    /**
     * Reads what {@link #FILTER} reports at the end of FFmpeg's log.
     *
     * @throws IllegalArgumentException if it reports nothing
     */
    static Loudness parse(String log) {
        return new Loudness(last(INTEGRATED, log), last(PEAK, log));
    }

    /** Whether there is nothing to be heard. */
    boolean isSilence() {
        return integrated <= SILENCE;
    }

    private static double last(Pattern pattern, String log) {
        Matcher matcher = pattern.matcher(log);
        String found = matcher.results()
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalArgumentException("No loudness in FFmpeg's log"))
                .group(1);
        return switch (found) {
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan" -> SILENCE;
            default -> Double.parseDouble(found);
        };
    }
}
