package pro.reelsai.caption.ass;

import java.text.Bidi;
import java.util.List;
import java.util.Locale;
import pro.reelsai.caption.font.FontStack;
import pro.reelsai.caption.font.FontStack.Run;
import pro.reelsai.caption.text.Cue;
import pro.reelsai.caption.text.Token;

/**
 * Puts the words of a line side by side: in the order in which they are read, all on one baseline whatever their fonts,
 * smaller if the line would be too wide.
 */
final class LineSetter {
    /** Makes what follows part of a text that is read from right to left; it has no width and no ink. */
    private static final String RIGHT_TO_LEFT_MARK = "\u200F";

    private final CaptionArea area;
    private final CaptionLook look;
    private final FontStack fonts;
    private final boolean rightToLeft;

    /**
     * @param rightToLeft whether the speech as a whole is read from right to left
     */
    LineSetter(CaptionArea area, CaptionLook look, FontStack fonts, boolean rightToLeft) {
        this.area = area;
        this.look = look;
        this.fonts = fonts;
        this.rightToLeft = rightToLeft;
    }

    /** Whether most of the letters of a text are read from right to left. */
    static boolean isRightToLeft(List<Cue> cues) {
        int[] counts = new int[2];
        cues.stream()
                .flatMap(cue -> cue.tokens().stream())
                .flatMapToInt(token -> token.text().codePoints())
                .filter(Character::isLetter)
                .forEach(codePoint -> counts[isRightToLeft(codePoint) ? 1 : 0]++);
        return counts[1] > counts[0];
    }

    /** The size of the line's font in pixels. */
    double em(Cue cue) {
        double shrink = Math.min(1, look.widestLine(area) / cue.width(AssScript.SPACE));
        return look.em() * area.scale() * shrink;
    }

    /** The words of a line in the order in which they are spoken. */
    List<PlacedWord> set(Cue cue) {
        double em = em(cue);
        List<Token> tokens = cue.tokens();
        Integer[] order = order(tokens);
        PlacedWord[] placed = new PlacedWord[tokens.size()];
        double x = area.centreX() - cue.width(AssScript.SPACE) * em / 2;
        for (int i = 0; i < order.length; i++) {
            Token token = tokens.get(order[i]);
            double width = token.width() * em;
            placed[order[i]] = place(token, x + width / 2, width, em);
            x += width + gap(tokens, order, i) * em;
        }
        return List.of(placed);
    }

    /** The space after a word, in em: none between two parts of what has no spaces. */
    private static double gap(List<Token> tokens, Integer[] order, int place) {
        if (place + 1 == order.length) {
            return 0;
        }
        boolean joined = Math.abs(order[place] - order[place + 1]) == 1
                && tokens.get(Math.max(order[place], order[place + 1])).joined();
        return joined ? 0 : AssScript.SPACE;
    }

    private PlacedWord place(Token token, double x, double width, double em) {
        List<Run> runs = fonts.runs(token.text());
        double ascent = runs.stream().mapToDouble(Run::ascent).max().orElse(0);
        double descent = runs.stream().mapToDouble(Run::descent).max().orElse(0);
        // libass centres what it draws; lines of different fonts have different middles above the same baseline.
        double lift = (fonts.ascent() - fonts.descent() - (ascent - descent)) / 2;
        boolean turned = token.text().codePoints().anyMatch(LineSetter::isRightToLeft);
        StringBuilder text = new StringBuilder(rightToLeft && !turned ? RIGHT_TO_LEFT_MARK : "");
        for (Run run : runs) {
            text.append(String.format(
                            Locale.ROOT,
                            "{\\fn%s\\fs%.1f}",
                            run.face().fullName(),
                            em * (run.ascent() + run.descent())))
                    .append(AssText.escaped(run.text()));
        }
        return new PlacedWord(token, x, area.centreY() + lift * em, width, text.toString(), turned);
    }

    /** Which word comes first, second, … from the left. */
    private Integer[] order(List<Token> tokens) {
        StringBuilder line = new StringBuilder();
        int[] firstLetters = new int[tokens.size()];
        for (int i = 0; i < tokens.size(); i++) {
            String text = tokens.get(i).text();
            firstLetters[i] = line.length() + firstLetter(text);
            line.append(text).append(' ');
        }
        Bidi bidi =
                new Bidi(line.toString(), rightToLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        Integer[] order = new Integer[tokens.size()];
        byte[] levels = new byte[tokens.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
            levels[i] = (byte) bidi.getLevelAt(firstLetters[i]);
        }
        Bidi.reorderVisually(levels, 0, order, 0, order.length);
        return order;
    }

    private static int firstLetter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return i;
            }
        }
        return 0;
    }

    private static boolean isRightToLeft(int codePoint) {
        byte direction = Character.getDirectionality(codePoint);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
