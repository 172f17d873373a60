package pro.reelsai.caption.ass;

import java.util.Locale;

/** Boxes with round corners, as ASS draws them. Sizes are in em. */
final class Plate {
    /** How far a plate reaches beyond the line it carries, to the left and to the right. */
    static final double LINE_MARGIN = 0.42;

    /** How far a box reaches beyond its word; less than half a space, or it would touch the next word. */
    static final double WORD_MARGIN = 0.17;

    /** Above and below the middle of the line: room for an accent on a capital, and for a descender. */
    private static final double LINE_UP = 0.72;

    private static final double LINE_DOWN = 0.78;
    private static final double WORD_UP = 0.56;
    private static final double WORD_DOWN = 0.64;
    private static final double RADIUS = 0.24;

    /** How far the handles of a curve are from its ends, so that it looks like a quarter of a circle. */
    private static final double CURVE = 0.448;

    private Plate() {}

    /** The commands of a plate behind a line. */
    static String line(double centreX, double centreY, double width, double em, String colour) {
        double half = width / 2 + LINE_MARGIN * em;
        return box(centreX - half, centreY - LINE_UP * em, 2 * half, (LINE_UP + LINE_DOWN) * em, RADIUS * em, colour);
    }

    /** The commands of a box behind a word. */
    static String word(double centreX, double centreY, double width, double em, String colour) {
        double half = width / 2 + WORD_MARGIN * em;
        return box(
                centreX - half,
                centreY - WORD_UP * em,
                2 * half,
                (WORD_UP + WORD_DOWN) * em,
                RADIUS * em,
                "00" + colour);
    }

    /** The commands of any box; colour is {@code AABBGGRR}. */
    static String box(double x, double y, double width, double height, double radius, String colour) {
        return String.format(
                        Locale.ROOT,
                        "{\\an7\\pos(%.1f,%.1f)\\p1\\bord0\\shad0\\1c&H%s&\\1a&H%s&}",
                        x,
                        y,
                        colour.substring(2),
                        colour.substring(0, 2))
                + path((int) Math.round(width), (int) Math.round(height), (int) Math.round(radius));
    }

    private static String path(int w, int h, int r) {
        int c = (int) Math.round(r * CURVE);
        return "m %d 0 l %d 0 ".formatted(r, w - r)
                + "b %d 0 %d %d %d %d ".formatted(w - c, w, c, w, r)
                + "l %d %d b %d %d %d %d %d %d ".formatted(w, h - r, w, h - c, w - c, h, w - r, h)
                + "l %d %d b %d %d 0 %d 0 %d ".formatted(r, h, c, h, h - c, h - r)
                + "l 0 %d b 0 %d %d 0 %d 0".formatted(r, c, c, r);
    }
}
