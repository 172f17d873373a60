package pro.reelsai.local.vendor;

import java.util.List;

/**
 * A text as the stand-in spoke it.
 *
 * @param text the text
 * @param sound the sound in the format that was asked for
 * @param seconds how long it lasts
 * @param words when each run of non-spaces is heard; a run that cannot be spoken has no length
 */
public record Spoken(String text, byte[] sound, double seconds, List<Word> words) {
    public Spoken {
        words = List.copyOf(words);
    }

    /**
     * One run of non-spaces.
     *
     * @param text the run
     * @param offset where it begins in the text, in characters
     * @param start when it begins, in seconds
     * @param end when it ends, in seconds
     */
    public record Word(String text, int offset, double start, double end) {}
}
