package pro.reelsai.caption.ass;

/**
 * What words are drawn with. Colours are ASS's {@code BBGGRR}, widths pixels of a picture 1080 wide.
 *
 * @param colour of a word
 * @param emphasis of a word that the script shouts
 * @param outline how wide the dark line around letters is
 * @param shadow how far letters throw their shadow
 */
public record Ink(String colour, String emphasis, int outline, int shadow) {}
