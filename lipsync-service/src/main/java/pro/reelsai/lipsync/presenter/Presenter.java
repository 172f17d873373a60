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
     * @param age how deep the lines are that years have drawn, 0 to 1
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
            int beardShadow,
            float age) {}

    /**
     * @param cut the shape
     * @param base the colour
     * @param light strands in the light
     * @param dark strands in the shade, and the parting
     * @param brow the brows' colour
     */
    public record Hair(HairCut cut, int base, int light, int dark, int brow) {}

    /** What is worn on top. */
    public enum Cut {
        /** Open, with lapels and a button, over a top. */
        JACKET,
        /** Knitted, closed, with ribs around the neck. */
        SWEATER,
        /** With a collar, buttoned up to where the top shows. */
        SHIRT
    }

    /**
     * @param cut what is worn on top
     * @param cloth its colour
     * @param clothShade its folds and lower part
     * @param clothLight where the light falls on it: lapels, collar, shoulders
     * @param top what is worn under it
     * @param topShade the shade on that
     * @param neckline how far below the eyes the top begins
     * @param shoulder half the width of the shoulders
     * @param jewellery the colour of ear studs and necklace; 0 for none
     * @param glasses the colour of the glasses' frame; 0 for none
     */
    public record Outfit(
            Cut cut,
            int cloth,
            int clothShade,
            int clothLight,
            int top,
            int topShade,
            float neckline,
            float shoulder,
            int jewellery,
            int glasses) {}

    /** What is behind. */
    public enum Room {
        /** A window on the left, books and a plant on the right. */
        STUDY,
        /** A wall with a round of light, a picture and a tall plant. */
        STUDIO,
        /** A window onto the lights of a city, and a lamp. */
        EVENING
    }

    /**
     * @param room what is there
     * @param wallLight the wall where the light falls
     * @param wallDark the wall away from the light
     * @param glow the light itself
     * @param wood shelves and table
     * @param leaf the plant
     * @param accents books and vases, any number
     */
    public record Backdrop(
            Room room, int wallLight, int wallDark, int glow, int wood, int leaf, List<Integer> accents) {
        public Backdrop {
            accents = List.copyOf(accents);
        }
    }
}
