package pro.reelsai.voice.text;

import java.util.List;

/**
 * What is said in one go.
 *
 * @param tokens its pieces in order; never empty
 * @param mood how the voice falls at the end
 */
public record Sentence(List<SpokenToken> tokens, Mood mood) {
    /** How a sentence ends. */
    public enum Mood {
        STATEMENT('.'),
        QUESTION('?'),
        EXCLAMATION('!');

        private final char mark;

        Mood(char mark) {
            this.mark = mark;
        }
    }

    public Sentence {
        tokens = List.copyOf(tokens);
    }

    /** The spoken words in order. */
    public List<String> words() {
        return tokens.stream().flatMap(token -> token.words().stream()).toList();
    }

    /**
     * The sentence as a speech engine reads it: lower-case letters, apostrophes, spaces, commas and one closing mark, and
     * nothing else. Every word is one run of non-spaces, so an engine's tokens are our words.
     */
    public String plainText() {
        StringBuilder text = new StringBuilder();
        for (SpokenToken token : tokens) {
            if (!text.isEmpty()) {
                text.append(' ');
            }
            text.append(String.join(" ", token.words()));
            if (token.pause() == Pause.SHORT) {
                text.append(',');
            }
        }
        if (text.charAt(text.length() - 1) == ',') {
            text.setLength(text.length() - 1);
        }
        return text.append(mood.mark).toString();
    }
}
