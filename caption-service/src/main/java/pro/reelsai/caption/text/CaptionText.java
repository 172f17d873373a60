package pro.reelsai.caption.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.function.IntPredicate;

/** Makes a word of the script showable. */
public final class CaptionText {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private CaptionText() {}

    /**
     * Takes out of a word what a line of text cannot show: line breaks, control and formatting characters, and signs that
     * no font here draws. Everything else stays as it is, whatever it may mean to a caption renderer.
     *
     * @param drawable whether a caption font has a character
     * @return the rest, perhaps empty
     */
    public static String showable(String word, IntPredicate drawable) {
        return keep(word, codePoint -> isShowable(codePoint, drawable));
    }

    /** Takes only what is no text at all out of a word: line breaks, control characters and directional overrides. */
    public static String plain(String word) {
        return keep(word, codePoint -> !isControl(codePoint));
    }

    /** A word in capitals, as the language writes them. */
    static String capitals(String word, Locale locale) {
        return word.toUpperCase(locale);
    }

    private static String keep(String word, IntPredicate wanted) {
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(word, Form.NFC)
                .codePoints()
                .map(codePoint ->
                        Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) ? ' ' : codePoint)
                .filter(wanted)
                .forEach(kept::appendCodePoint);
        return kept.toString().strip().replaceAll(" +", " ");
    }

    private static boolean isControl(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> true;
            // Overrides and isolates of writing direction could turn the line around; joiners inside a word may stay.
            default -> (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
        };
    }

    private static boolean isShowable(int codePoint, IntPredicate drawable) {
        if (isControl(codePoint)) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            // Letters of other scripts come from the system's fonts, symbols do not reliably.
            case Character.OTHER_SYMBOL, Character.MODIFIER_SYMBOL, Character.MATH_SYMBOL, Character.ENCLOSING_MARK ->
                drawable.test(codePoint);
            // They hold emoji and letters of some scripts together, or keep them apart.
            case Character.FORMAT -> codePoint == ZERO_WIDTH_JOINER || codePoint == ZERO_WIDTH_NON_JOINER;
            default -> true;
        };
    }
}
