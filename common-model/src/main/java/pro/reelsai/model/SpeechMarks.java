package pro.reelsai.model;

import java.util.List;

/**
 * When every word and every phone of a speech is heard. Times are seconds from the start of the audio file.
 *
 * @param durationSeconds the length of the audio
 * @param source who measured the times, such as {@code festival}
 * @param words the words as they stand in the script, in the order in which they are spoken
 * @param phones the phones, pauses included, without gaps; empty where the source knows none
 */
public record SpeechMarks(double durationSeconds, String source, List<Word> words, List<Phone> phones) {
    /** The symbol of a pause. */
    public static final String PAUSE = "pau";

    public SpeechMarks {
        words = List.copyOf(words);
        phones = List.copyOf(phones);
    }

    /**
     * One spoken word.
     *
     * @param text the word as the script has it, with its punctuation
     * @param start when it begins, in seconds
     * @param end when it ends, in seconds
     */
    public record Word(String text, double start, double end) {}

    /**
     * One phone.
     *
     * @param symbol its name in the Radio (CMU) phone set in lower case, or {@link #PAUSE}
     * @param start when it begins, in seconds
     * @param end when it ends, in seconds
     */
    public record Phone(String symbol, double start, double end) {}
}
