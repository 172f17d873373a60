package pro.reelsai.voice.timing;

import java.util.List;

/**
 * When every spoken word of a known text is heard.
 *
 * @param source who measured it
 * @param words a span for every word, in order
 */
public record WordTimes(Source source, List<Span> words) {
    public WordTimes {
        words = List.copyOf(words);
    }

    /** Who measured, the best first. */
    public enum Source {
        /** Whoever spoke said so. */
        VENDOR,
        /** A recogniser heard the words, and they were laid over the known text. */
        WHISPER,
        /** The known text was fitted to the sound. */
        ALIGNED,
        /** Nobody: the words were spread over the parts that are loud. */
        ENERGY;

        /** The less trustworthy of two. */
        public Source or(Source other) {
            return ordinal() > other.ordinal() ? this : other;
        }
    }
}
