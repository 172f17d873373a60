package pro.reelsai.voice.text;

/** The silence that the script's punctuation asks for. */
public enum Pause {
    /** None is written; the speaker may still draw breath. */
    NONE,
    /** A comma, colon, dash or bracket. */
    SHORT,
    /** The end of a sentence. */
    LONG
}
