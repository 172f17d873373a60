package pro.reelsai.voice.speech.local;

import pro.reelsai.voice.text.Pause;

/**
 * How long silences last, in seconds. An engine's own pauses are too long for an ad and all alike.
 *
 * @param lead before the first word
 * @param breath where the voice pauses without a written reason
 * @param comma at a comma
 * @param sentence between two sentences
 * @param end after the last word
 */
record Pauses(double lead, double breath, double comma, double sentence, double end) {
    private static final double LEAD = 0.06;
    private static final double BREATH = 0.06;
    private static final double END = 0.10;

    static Pauses of(double comma, double sentence) {
        return new Pauses(LEAD, BREATH, comma, sentence, END);
    }

    /** The silence within a sentence. */
    double within(Pause pause) {
        return pause == Pause.NONE ? breath : comma;
    }
}
