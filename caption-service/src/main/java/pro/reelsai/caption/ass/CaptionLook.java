package pro.reelsai.caption.ass;

import org.jspecify.annotations.Nullable;
import pro.reelsai.caption.font.Typeface;
import pro.reelsai.model.CaptionStyle;

/**
 * How captions look.
 *
 * @param face the font, for all that it can draw
 * @param capitals whether words are in capitals
 * @param em the font's size in pixels of a picture 1080 wide
 * @param ink what words are drawn with
 * @param highlight how the spoken word stands out
 * @param plate the colour of a plate behind the line, ASS's {@code AABBGGRR} where alpha 00 is opaque; null for none
 */
public record CaptionLook(
        Typeface face,
        boolean capitals,
        int em,
        Ink ink,
        Highlight highlight,
        @Nullable String plate) {
    private static final String WHITE = "FFFFFF";
    private static final String SUN = "19D7FF";
    private static final String SPRING = "7AF25C";
    private static final String SKY = "FFE040";
    private static final String VIOLET = "ED3A7C";
    private static final String MINT = "B4F28C";
    private static final String AMBER = "66D9FF";
    private static final String RIBBON_BLACK = "2A2624";
    private static final String RIBBON_RED = "2222C0";

    /**
     * The look of a style.
     *
     * @param name the style's name in the REST contract; anything else, and null, leaves it to us
     */
    public static CaptionLook of(@Nullable String name) {
        return of(
                name == null ? CaptionStyle.BOLD_POP : CaptionStyle.named(name).orElse(CaptionStyle.BOLD_POP));
    }

    /** The look of a style. */
    public static CaptionLook of(CaptionStyle style) {
        return switch (style) {
            case BOLD_POP ->
                new CaptionLook(
                        Typeface.MONTSERRAT_EXTRA_BOLD,
                        true,
                        82,
                        new Ink(WHITE, SPRING, 6, 3),
                        new Highlight.Pop(SUN, 112),
                        null);
            case KARAOKE ->
                new CaptionLook(
                        Typeface.MONTSERRAT_EXTRA_BOLD,
                        false,
                        78,
                        new Ink(SKY, SPRING, 5, 3),
                        new Highlight.Fill(WHITE, "38"),
                        null);
            case BOXED ->
                new CaptionLook(
                        Typeface.MONTSERRAT_EXTRA_BOLD,
                        true,
                        72,
                        new Ink(WHITE, AMBER, 4, 0),
                        new Highlight.Box(VIOLET),
                        null);
            case CLEAN ->
                new CaptionLook(
                        Typeface.MONTSERRAT_BOLD,
                        false,
                        60,
                        new Ink(WHITE, AMBER, 0, 0),
                        new Highlight.Tint(MINT),
                        "50141210");
            case TYPEWRITER ->
                new CaptionLook(
                        Typeface.COURIER_PRIME_BOLD,
                        false,
                        66,
                        new Ink(RIBBON_BLACK, RIBBON_RED, 0, 0),
                        new Highlight.Typed(),
                        "0CE6F2F7");
        };
    }

    /** How wide a line may be drawn in an area, in em, outlines, growth and plate included. */
    public double widestLine(CaptionArea area) {
        double ink = 2.0 * (ink().outline() + ink().shadow());
        double growth = highlight instanceof Highlight.Pop ? WordEvents.MOST_GROWTH : 0;
        double line = (area.widest() / area.scale() - ink - growth) / em;
        double margin = plate != null ? Plate.LINE_MARGIN : highlight instanceof Highlight.Box ? Plate.WORD_MARGIN : 0;
        return line - 2 * margin;
    }
}
