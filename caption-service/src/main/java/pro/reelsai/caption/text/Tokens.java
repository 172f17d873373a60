package pro.reelsai.caption.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pro.reelsai.caption.font.FontMetrics;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.SpeechMarks.Word;

/** Turns the words of a speech into tokens that fit on a line. */
public final class Tokens {
    private final FontMetrics font;
    private final boolean capitals;
    private final Locale locale;
    private final double widest;

    /**
     * @param capitals whether words are shown in capitals
     * @param locale the language of the script
     * @param widest how wide a token may be, in em; a longer word is shown in parts, one after the other
     */
    public Tokens(FontMetrics font, boolean capitals, Locale locale, double widest) {
        this.font = font;
        this.capitals = capitals;
        this.locale = locale;
        this.widest = widest;
    }

    /** The tokens of a speech in order; their starts never fall, and none is empty. */
    public List<Token> of(SpeechMarks marks) {
        boolean shouting =
                Shouting.isRare(marks.words().stream().map(Word::text).toList());
        List<Token> tokens = new ArrayList<>();
        double earliest = 0;
        for (Word word : marks.words()) {
            String shown = CaptionText.showable(word.text(), font::has);
            if (!shown.isEmpty()) {
                earliest = Math.max(earliest, word.start());
                boolean emphasised = shouting && Shouting.isCapitals(shown);
                String text = capitals ? CaptionText.capitals(shown, locale) : shown;
                add(tokens, text, earliest, word.end(), emphasised);
            }
        }
        return tokens;
    }

    private void add(List<Token> tokens, String text, double start, double end, boolean emphasised) {
        List<String> parts = Syllabic.isWrittenWithoutSpaces(text)
                ? Syllabic.pieces(text).stream()
                        .flatMap(piece -> parts(piece).stream())
                        .toList()
                : parts(text);
        double seconds = Math.max(0, end - start);
        double from = start;
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            double share = seconds * part.codePointCount(0, part.length()) / text.codePointCount(0, text.length());
            boolean joined = i > 0 && Syllabic.isWrittenWithoutSpaces(text);
            tokens.add(new Token(part, from, from + share, font.width(part), emphasised, joined));
            from += share;
        }
    }

    private List<String> parts(String text) {
        int count = (int) Math.ceil(font.width(text) / widest);
        int[] codePoints = text.codePoints().toArray();
        int length = Math.ceilDiv(codePoints.length, Math.max(1, count));
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from < codePoints.length) {
            int to = count <= 1 ? codePoints.length : Math.min(codePoints.length, from + length);
            while (to > from + 1 && font.width(new String(codePoints, from, to - from)) > widest) {
                to--;
            }
            parts.add(new String(codePoints, from, to - from));
            from = to;
        }
        return parts;
    }
}
