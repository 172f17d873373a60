package pro.reelsai.lipsync.presenter;

import java.util.List;

/**
 * An illustrated presenter, described by what sets one apart from another. Colours are ARGB, lengths are units of the
 * drawing: pixels at the size at which the head is 340 units high, with the origin between the eyes.
 *
 * @param identifier the name under which an actor refers to the presenter, such as {@code maya}
 * @param skin the skin's colours
 * @param face the face's proportions and make-up
 * @param hair the hair's cut and colours
 * @param outfit the clothes
 * @param backdrop the room behind
 */
public record Presenter(String identifier, Skin skin, Face face, Hair hair, Outfit outfit, Backdrop backdrop) {
    /**
     * @param light where the light falls
     * @param base the complexion
     * @param shade where the light does not reach
     * @param line nostrils, creases and other thin lines
     * @param blush the cheeks, with its alpha
     */
    public record Skin(int light, int base, int shade, int line, int blush) {}

    /**
     * @param cheek half the width at the cheekbones
     * @param jaw half the width at the jaw's corners
     * @param jawHeight how far below the eyes the jaw's corners are
     * @param chin half the width of the chin
     * @param chinHeight how far below the eyes the chin ends
     * @param neck half the width of the neck
     * @param iris the eyes' colour
     * @param eyeScale the eyes' size, 1 for large ones
     * @param lashes how long the lashes are, 0 to 1
     * @param lidTint eye shadow, with its alpha
     * @param browWeight the brows' thickness
     * @param upperLip the upper lip's colour
     * @param lowerLip the lower lip's colour
     * @param lipFullness the lips' thickness, 1 for full ones
     * @param beardShadow the colour of shaven or short beard, with its alpha; 0 for none
     */
    public record Face(
            float cheek,
            float jaw,
            float jawHeight,
            float chin,
            float chinHeight,
            float neck,
            int iris,
            float eyeScale,
            float lashes,
            int lidTint,
            float browWeight,
            int upperLip,
            int lowerLip,
            float lipFullness,
            int beardShadow) {}

    /**
     * @param cut the shape
     * @param base the colour
     * @param light strands in the light
     * @param dark strands in the shade, and the parting
     * @param brow the brows' colour
     */
    public record Hair(HairCut cut, int base, int light, int dark, int brow) {}

    /**
     * @param jacket the jacket's colour
     * @param jacketShade its folds and lower part
     * @param lapel its lapels
     * @param top what is worn under it
     * @param topShade the shade on that
     * @param neckline how far below the eyes the top begins
     * @param shoulder half the width of the shoulders
     * @param jewellery the colour of ear studs and necklace; 0 for none
     */
    public record Outfit(
            int jacket,
            int jacketShade,
            int lapel,
            int top,
            int topShade,
            float neckline,
            float shoulder,
            int jewellery) {}

    /**
     * @param wallLight the wall where the light falls
     * @param wallDark the wall away from the light
     * @param glow the light itself
     * @param wood shelves and table
     * @param leaf the plant
     * @param accents books and vases, any number
     */
    public record Backdrop(int wallLight, int wallDark, int glow, int wood, int leaf, List<Integer> accents) {
        public Backdrop {
            accents = List.copyOf(accents);
        }
    }
}
