package pro.reelsai.caption.ass;

/** How a caption shows which word is being spoken. Colours are ASS's {@code BBGGRR}. */
public sealed interface Highlight {
    /**
     * The word jumps up and changes its colour.
     *
     * @param percent how large it gets at most, in percent of its size
     */
    record Pop(String colour, int percent) implements Highlight {}

    /**
     * The word fills from left to right, and stays filled.
     *
     * @param ahead the colour of what is still to be spoken
     * @param aheadAlpha how much shows through it, {@code 00} (nothing) to {@code FF}
     */
    record Fill(String ahead, String aheadAlpha) implements Highlight {}

    /** A box with round corners lies behind the word. */
    record Box(String colour) implements Highlight {}

    /** The word changes its colour. */
    record Tint(String colour) implements Highlight {}

    /** The word's letters appear one by one; words to come are not there yet. */
    record Typed() implements Highlight {}
}
