package pro.reelsai.voice.timing;

/**
 * When something is heard.
 *
 * @param start in seconds
 * @param end in seconds, not before the start
 */
public record Span(double start, double end) {
    /** The same, later. */
    public Span later(double seconds) {
        return new Span(start + seconds, end + seconds);
    }
}
