package pro.reelsai.voice.text;

import java.util.List;

/**
 * A piece of the script and how it is said.
 *
 * @param written the piece as the script has it: one token, together with neighbouring tokens that cannot be spoken
 * @param words the words to say, each one lower-case letters {@code a-z} with apostrophes inside; never empty
 * @param pause the silence that follows
 */
public record SpokenToken(String written, List<String> words, Pause pause) {
    public SpokenToken {
        words = List.copyOf(words);
    }
}
