package pro.reelsai.caption.text;

/**
 * A word as a caption shows it, or a part of one where a script has no spaces or the word is too long.
 *
 * @param text what is shown, never empty
 * @param start when it is spoken, in seconds
 * @param end when it ends, in seconds
 * @param width how wide it is drawn, in em
 * @param emphasised whether the script shouts it: it stands in capitals among words that do not
 * @param joined whether it follows the one before without a space
 */
public record Token(String text, double start, double end, double width, boolean emphasised, boolean joined) {
    private static final String CLOSING_MARKS = "\"'”’»)]」』";

    /** Whether a sentence ends with this word. */
    boolean endsSentence() {
        return ".!?…。！？".indexOf(lastMark()) >= 0;
    }

    /** Whether a part of a sentence ends with this word. */
    boolean endsClause() {
        return ",;:–—、，；：".indexOf(lastMark()) >= 0;
    }

    private char lastMark() {
        int end = text.length();
        while (end > 1 && CLOSING_MARKS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.charAt(end - 1);
    }
}
