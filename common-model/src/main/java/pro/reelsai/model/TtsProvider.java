package pro.reelsai.model;

/** Who speaks. */
public enum TtsProvider {
    OPENAI,
    ELEVEN_LABS,
    /** Speech made on our own machine, without a key. */
    LOCAL
}
