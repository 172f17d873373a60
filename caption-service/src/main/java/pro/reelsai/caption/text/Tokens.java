package pro.reelsai.caption.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pro.reelsai.caption.font.FontMetrics;
import pro.reelsai.model.SpeechMarks;

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
        List<Token> tokens = new ArrayList<>();
        double earliest = 0;
        for (SpeechMarks.Word word : marks.words()) {
            String shown = CaptionText.showable(word.text(), font::has);
            if (!shown.isEmpty()) {
                earliest = Math.max(earliest, word.start());
                add(tokens, capitals ? CaptionText.capitals(shown, locale) : shown, earliest, word.end());
            }
        }
        return tokens;
    }

    private void add(List<Token> tokens, String text, double start, double end) {
        List<String> parts = parts(text);
        double each = Math.max(0, end - start) / parts.size();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            tokens.add(new Token(part, start + i * each, start + (i + 1) * each, font.width(part)));
        }
    }

    private List<String> parts(String text) {
        int count = (int) Math.ceil(font.width(text) / widest);
        int[] codePoints = text.codePoints().toArray();
        int length = Math.ceilDiv(codePoints.length, Math.max(1, count));
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from < codePoints.length) {
            int to = Math.min(codePoints.length, from + length);
            while (to > from + 1 && font.width(new String(codePoints, from, to - from)) > widest) {
                to--;
            }
            parts.add(new String(codePoints, from, to - from));
            from = to;
        }
        return parts;
    }
}
