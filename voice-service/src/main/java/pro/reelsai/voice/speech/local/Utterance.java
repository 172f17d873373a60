package pro.reelsai.voice.speech.local;

import java.util.List;
import pro.reelsai.model.SpeechMarks.Phone;
import pro.reelsai.voice.sound.Pcm;

/**
 * One sentence as an engine spoke it.
 *
 * @param audio the sound
 * @param phones its phones without gaps, pauses as {@link pro.reelsai.model.SpeechMarks#PAUSE}; seconds from its start
 * @param words for every spoken word of the sentence the phones that make it
 */
record Utterance(Pcm audio, List<Phone> phones, List<PhoneRange> words) {
    Utterance {
        phones = List.copyOf(phones);
        words = List.copyOf(words);
    }

    /**
     * Neighbouring phones.
     *
     * @param first index of the first phone
     * @param last index of the last phone, not before the first
     */
    record PhoneRange(int first, int last) {}
}
