package pro.reelsai.caption.font;

/** How large a font draws a text. All sizes are in em. */
public interface FontMetrics {
    /** Whether the font has a glyph of its own for a character. */
    boolean has(int codePoint);

    /**
     * How wide a text is drawn, without kerning.
     *
     * @param text one line; a character that the font lacks counts as wide
     */
    double width(String text);

    /** How far a line reaches above its baseline. */
    double ascent();

    /** How far a line reaches below its baseline. */
    double descent();

    /** How high a line is: the size that an ASS file gives a font. */
    default double lineHeight() {
        return ascent() + descent();
    }
}
