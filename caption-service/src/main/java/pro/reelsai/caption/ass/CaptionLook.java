package pro.reelsai.caption.ass;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How captions look. Colours are ASS's {@code AABBGGRR}, where alpha 00 is opaque.
 *
 * @param capitals whether words are in capitals
 * @param em the font's size in pixels of a picture 1080 wide
 * @param colour of a word
 * @param spokenColour of the word that is being spoken
 * @param spokenPercent how much larger the spoken word gets, in percent of its size
 */
public record CaptionLook(boolean capitals, int em, String colour, String spokenColour, int spokenPercent) {
    /** Large capitals, the spoken word yellow and a little larger. */
    public static final CaptionLook BOLD = new CaptionLook(true, 82, "00FFFFFF", "0019D7FF", 107);

    /** As written, smaller, the spoken word mint green. */
    public static final CaptionLook CALM = new CaptionLook(false, 70, "00FFFFFF", "00B4F28C", 103);

    /**
     * The look of a name.
     *
     * @param style {@code bold} or {@code calm}, in any case; anything else, and null, leaves it to us
     */
    public static CaptionLook of(@Nullable String style) {
        return style != null && style.strip().toLowerCase(Locale.ROOT).equals("calm") ? CALM : BOLD;
    }
}
