package pro.reelsai.caption.font;

/** How wide a font draws a text. */
public interface FontMetrics {
    /** Whether the font has a glyph of its own for a character. */
    boolean has(int codePoint);

    /**
     * How wide a text is drawn, without kerning, in em.
     *
     * @param text one line; a character that the font lacks counts as wide
     */
    double width(String text);

    /** How high a line is, from the highest ascender to the lowest descender, in em. */
    double lineHeight();
}
