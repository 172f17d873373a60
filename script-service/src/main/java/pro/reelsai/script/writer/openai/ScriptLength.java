package pro.reelsai.script.writer.openai;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Set;

/**
 * How much can be said in a time: words, or characters where a script has no spaces between words.
 *
 * @param wanted how many
 * @param unit what is counted, as the prompt says it
 */
record ScriptLength(int wanted, String unit) {
    private static final Set<String> WITHOUT_SPACES = Set.of("zh", "ja", "th", "lo", "km", "my");
    private static final double WORDS_PER_SECOND = 2.5;
    private static final double CHARACTERS_PER_SECOND = 4.5;
    private static final double MOST = 1.18;
    private static final double LEAST = 0.6;

    /**
     * The length of a script.
     *
     * @param seconds how long it is spoken
     */
    static ScriptLength of(int seconds, Locale language) {
        return WITHOUT_SPACES.contains(language.getLanguage())
                ? new ScriptLength((int) Math.round(seconds * CHARACTERS_PER_SECOND), "characters")
                : new ScriptLength((int) Math.round(seconds * WORDS_PER_SECOND), "words");
    }

    /** How long a text is, in this unit. */
    int of(String text) {
        if (unit.equals("characters")) {
            return (int) text.codePoints().filter(Character::isLetterOrDigit).count();
        }
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        int count = 0;
        int start = words.first();
        for (int end = words.next(); end != BreakIterator.DONE; start = end, end = words.next()) {
            if (Character.isLetterOrDigit(text.codePointAt(start))) {
                count++;
            }
        }
        return count;
    }

    boolean isTooLong(String text) {
        return of(text) > wanted * MOST;
    }

    boolean isTooShort(String text) {
        return of(text) < wanted * LEAST;
    }
}
