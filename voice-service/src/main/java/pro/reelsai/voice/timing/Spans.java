package pro.reelsai.voice.timing;

import java.util.ArrayList;
import java.util.List;

/** Puts measured times in order. */
public final class Spans {
    private static final double SHORTEST = 0.02;

    private Spans() {}

    /**
     * Makes spans follow one another inside the sound, none of them empty.
     *
     * @param seconds how long the sound lasts
     */
    public static List<Span> ordered(List<Span> spans, double seconds) {
        double shortest = Math.min(SHORTEST, seconds / (2.0 * Math.max(1, spans.size())));
        List<Span> ordered = new ArrayList<>();
        double clock = 0;
        for (Span span : spans) {
            double start = Math.max(clock, span.start());
            double end = Math.max(start + shortest, span.end());
            ordered.add(new Span(start, end));
            clock = end;
        }
        double limit = seconds;
        for (int i = ordered.size() - 1; i >= 0 && ordered.get(i).end() > limit; i--) {
            double start = Math.min(ordered.get(i).start(), limit - shortest);
            ordered.set(i, new Span(start, limit));
            limit = start;
        }
        return ordered;
    }

    /** Shares a span out among words, each as much as it has letters. */
    public static List<Span> shared(Span span, List<String> words) {
        double letters = words.stream().mapToInt(String::length).sum();
        List<Span> shares = new ArrayList<>();
        double from = span.start();
        for (String word : words) {
            double until = from + (span.end() - span.start()) * word.length() / letters;
            shares.add(new Span(from, until));
            from = until;
        }
        return shares;
    }
}
