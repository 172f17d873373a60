package pro.reelsai.script.writer.local;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Foretells how long a script takes to speak. Calibrated on the local voice with its pauses. */
final class SpeakingTime {
    private static final double WORD = 0.085;
    private static final double LETTER = 0.053;
    private static final double COMMA = 0.20;
    private static final double SENTENCE = 0.42;
    /** A digit is spoken like this many letters: "forty" for "40". */
    private static final int DIGIT_LETTERS = 4;

    private static final Pattern COMMAS = Pattern.compile("[,:;](?=\\s)");
    private static final Pattern ENDS = Pattern.compile("[.!?](?=\\s|$)");

    private SpeakingTime() {}

    /** The time of a text in seconds, the pause after it included. */
    static double of(String text) {
        double letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            letters += Character.isDigit(c)
                    ? DIGIT_LETTERS
                    : Character.isLetter(c) ? 1 : "%$€£&+°".indexOf(c) >= 0 ? 5 : 0;
        }
        return PlainText.words(text) * WORD
                + letters * LETTER
                + count(COMMAS, text) * COMMA
                + count(ENDS, text) * SENTENCE;
    }

    private static long count(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().count();
    }
}
