package pro.reelsai.caption.ass;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Text inside of an ASS event. */
final class AssText {
    /** Ends what would else be a command; it has no width and no ink. */
    private static final String WORD_JOINER = "\u2060";

    private static final Pattern PIECE = Pattern.compile("\\{[^}]*}|\\\\[{}]|\\\\" + WORD_JOINER + "|\\X");

    private AssText() {}

    /**
     * A text that libass shows as it is: braces would begin a block of commands, a backslash a command such as
     * {@code \N}.
     */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> escaped.append('\\').append(WORD_JOINER);
                case '{', '}' -> escaped.append('\\').append(c);
                case '\n', '\r' -> escaped.append(' ');
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** What a text with commands is made of: blocks of commands, and clusters of letters with their escapes. */
    static List<String> pieces(String text) {
        return PIECE.matcher(text).results().map(MatchResult::group).toList();
    }
}
