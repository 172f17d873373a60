package pro.reelsai.caption.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/** Text in scripts that leave no space between words. Its "words" are whole sentences, which no line could show. */
final class Syllabic {
    /** Most words of Chinese have two characters. */
    private static final int USUAL_WORD = 2;

    private static final String OPENING_MARKS = "“‘「『（《【";

    private Syllabic() {}

    /** Whether a text has characters of Chinese or Japanese. */
    static boolean isWrittenWithoutSpaces(String text) {
        return text.codePoints().anyMatch(Syllabic::isSyllabic);
    }

    /** Cuts a text into pieces of about a word; punctuation stays with what it belongs to. */
    static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int characters = 0;
        int[] codePoints = text.codePoints().toArray();
        for (int i = 0; i < codePoints.length; i++) {
            boolean syllabic = isSyllabic(codePoints[i]);
            boolean opens = OPENING_MARKS.indexOf(codePoints[i]) >= 0;
            boolean changes =
                    i > 0 && syllabic != isSyllabic(codePoints[i - 1]) && Character.isLetterOrDigit(codePoints[i]);
            if (!piece.isEmpty() && (opens || syllabic && characters >= USUAL_WORD || changes && characters > 0)) {
                pieces.add(piece.toString());
                piece.setLength(0);
                characters = 0;
            }
            piece.appendCodePoint(codePoints[i]);
            characters += Character.isLetterOrDigit(codePoints[i]) ? 1 : 0;
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static boolean isSyllabic(int codePoint) {
        return switch (UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }
}
