package pro.reelsai.caption.ass;

import java.util.Locale;

/** Writes what is drawn of one word: before it is spoken, while it is, and after. */
final class WordEvents {
    /** How much wider a spoken word may get, in pixels of a picture 1080 wide. */
    static final double MOST_GROWTH = 24;

    private static final int POP_MILLISECONDS = 70;
    private static final int SETTLED_MILLISECONDS = 140;

    /** How much of its growth a word keeps once it has jumped. */
    private static final double SETTLED_SHARE = 0.6;

    private static final int SLOWEST_LETTER_MILLISECONDS = 55;

    private final CaptionLook look;
    private final double scale;
    private final FrameClock clock;
    private final StringBuilder file;

    /**
     * @param scale how much larger things are than in a picture 1080 wide
     * @param file where events go
     */
    WordEvents(CaptionLook look, double scale, FrameClock clock, StringBuilder file) {
        this.look = look;
        this.scale = scale;
        this.clock = clock;
        this.file = file;
    }

    /**
     * The frames of a word.
     *
     * @param begin the first in which its line is seen
     * @param spoken the first in which it is spoken
     * @param silent the first in which the next one is, or the line is gone
     * @param end the first in which its line is gone
     */
    record Times(int begin, int spoken, int silent, int end) {}

    void write(PlacedWord word, Times times, double em) {
        String resting = colour(
                word.token().emphasised() ? look.ink().emphasis() : look.ink().colour());
        switch (look.highlight()) {
            case Highlight.Pop pop -> {
                String colour = word.token().emphasised() ? resting : colour(pop.colour());
                inThree(word, times, resting, colour + jump(word.width(), pop.percent()), resting);
            }
            case Highlight.Tint tint -> inThree(word, times, resting, colour(tint.colour()), resting);
            case Highlight.Fill fill ->
                inThree(
                        word,
                        times,
                        colour(fill.ahead()) + "\\1a&H" + fill.aheadAlpha() + "&",
                        word.rightToLeft() ? resting : resting + filling(word, fill, times),
                        resting);
            case Highlight.Box box -> {
                plate(
                        0,
                        times.spoken(),
                        times.silent(),
                        Plate.word(word.x(), word.y(), word.width(), em, box.colour()));
                inThree(word, times, resting, colour(look.ink().colour()), resting);
            }
            case Highlight.Typed typed -> event(1, times.spoken(), times.end(), word, resting, typed(word));
        }
    }

    /** A drawing that is seen from one frame to another. */
    void plate(int layer, int from, int to, String drawing) {
        if (from < to) {
            file.append("Dialogue: %d,%s,%s,Plate,,0,0,0,,%s\n"
                    .formatted(layer, clock.time(from), clock.time(to), drawing));
        }
    }

    private void inThree(PlacedWord word, Times times, String before, String while_, String after) {
        event(1, times.begin(), times.spoken(), word, before, word.text());
        event(2, times.spoken(), times.silent(), word, while_, word.text());
        event(1, times.silent(), times.end(), word, after, word.text());
    }

    private void event(int layer, int from, int to, PlacedWord word, String style, String text) {
        if (from < to) {
            String place = String.format(Locale.ROOT, "\\an5\\pos(%.1f,%.1f)", word.x(), word.y());
            file.append("Dialogue: %d,%s,%s,Word,,0,0,0,,{%s%s}%s\n"
                    .formatted(layer, clock.time(from), clock.time(to), place, style, text));
        }
    }

    private static String colour(String colour) {
        return "\\1c&H" + colour + "&";
    }

    private String jump(double width, int percent) {
        double growth = Math.min(width * (percent - 100) / 100, MOST_GROWTH * scale);
        long most = Math.round(100 + 100 * growth / width);
        long settled = Math.round(100 + 100 * SETTLED_SHARE * growth / width);
        return "\\t(0,%1$d,\\fscx%2$d\\fscy%2$d)\\t(%1$d,%3$d,\\fscx%4$d\\fscy%4$d)"
                .formatted(POP_MILLISECONDS, most, SETTLED_MILLISECONDS, settled);
    }

    private String filling(PlacedWord word, Highlight.Fill fill, Times times) {
        double seconds = Math.min(
                word.token().end() - word.token().start(),
                (double) (times.silent() - times.spoken()) / clock.framesPerSecond());
        return "\\2c&H%s&\\2a&H%s&\\kf%d"
                .formatted(fill.ahead(), fill.aheadAlpha(), Math.max(1, Math.round(seconds * 100)));
    }

    /** Letters that are all in place from the start and turn visible one after the other; joined ones come at once. */
    private static String typed(PlacedWord word) {
        if (word.rightToLeft()) {
            return word.text();
        }
        int letters = word.token().text().codePointCount(0, word.token().text().length());
        double each = Math.min(
                SLOWEST_LETTER_MILLISECONDS,
                Math.max(0, word.token().end() - word.token().start()) * 1000 / letters);
        StringBuilder typed = new StringBuilder();
        int letter = 0;
        for (String piece : AssText.pieces(word.text())) {
            if (!piece.startsWith("{")) {
                long at = Math.round(letter++ * each);
                typed.append("{\\alpha&HFF&\\t(%d,%d,\\alpha&H00&)}".formatted(at, at + 1));
            }
            typed.append(piece);
        }
        return typed.toString();
    }
}
