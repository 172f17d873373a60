package pro.reelsai.caption.text;

import java.util.List;

/**
 * Words that are on screen together, in one line.
 *
 * @param tokens the words, at least one
 * @param start when they appear, in seconds: when the first one is spoken
 * @param end when they go, in seconds
 */
public record Cue(List<Token> tokens, double start, double end) {
    public Cue {
        tokens = List.copyOf(tokens);
    }

    /**
     * How wide the line is drawn, in em.
     *
     * @param space the width of the space between two words, in em
     */
    public double width(double space) {
        double width = tokens.getFirst().width();
        for (Token token : tokens.subList(1, tokens.size())) {
            width += token.width() + (token.joined() ? 0 : space);
        }
        return width;
    }
}
