package pro.reelsai.voice.timing;

import java.util.List;
import pro.reelsai.voice.sound.Pcm;

/**
 * A text and its sound.
 *
 * @param text as it was sent to whoever spoke it
 * @param words its words, normalised
 * @param original the sound as it came
 * @param fileName what the original would be called, for its ending
 * @param sound the sound, decoded
 */
public record Recording(String text, List<String> words, byte[] original, String fileName, Pcm sound) {
    public Recording {
        words = List.copyOf(words);
    }
}
