package pro.reelsai.voice.timing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lays the words that a recogniser has heard over the words that were spoken, at the least edit cost (Needleman and Wunsch,
 * 1970). Misheard words keep their place, swallowed ones get a share of the gap between their neighbours.
 */
public final class TextAlignment {
    private static final int GAP = 10;
    private static final int OTHER = 18;

    private TextAlignment() {}

    /**
     * A word as it was heard.
     *
     * @param text any writing
     * @param span when
     */
    public record Heard(String text, Span span) {}

    /**
     * Times the spoken words.
     *
     * @param spoken the words that were spoken, normalised; at least one
     * @param heard the words that were heard, normalised alike, in order
     * @param seconds how long the sound lasts
     */
    public static List<Span> align(List<String> spoken, List<Heard> heard, double seconds) {
        int[][] cost = new int[spoken.size() + 1][heard.size() + 1];
        for (int s = 0; s <= spoken.size(); s++) {
            for (int h = 0; h <= heard.size(); h++) {
                if (s == 0 || h == 0) {
                    cost[s][h] = (s + h) * GAP;
                } else {
                    int changed = cost[s - 1][h - 1]
                            + difference(spoken.get(s - 1), heard.get(h - 1).text());
                    cost[s][h] = Math.min(changed, Math.min(cost[s - 1][h], cost[s][h - 1]) + GAP);
                }
            }
        }
        Span[] spans = new Span[spoken.size()];
        int s = spoken.size();
        int h = heard.size();
        while (s > 0 && h > 0) {
            if (cost[s][h]
                    == cost[s - 1][h - 1]
                            + difference(spoken.get(s - 1), heard.get(h - 1).text())) {
                spans[--s] = heard.get(--h).span();
            } else if (cost[s][h] == cost[s - 1][h] + GAP) {
                s--;
            } else {
                h--;
            }
        }
        return filled(spoken, spans, seconds);
    }

    /** What it costs to take one word for another: less, the more letters they share. */
    private static int difference(String spoken, String heard) {
        if (spoken.equals(heard)) {
            return 0;
        }
        int[] row = new int[heard.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= spoken.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= heard.length(); j++) {
                int changed = diagonal + (spoken.charAt(i - 1) == heard.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return 4 + (OTHER - 4) * row[heard.length()] / Math.max(spoken.length(), heard.length());
    }

    /** Gives words that were not heard the time between those that were, each as much as it has letters. */
    private static List<Span> filled(List<String> spoken, Span[] spans, double seconds) {
        List<Span> filled = new ArrayList<>();
        int word = 0;
        while (word < spans.length) {
            if (spans[word] != null) {
                filled.add(spans[word++]);
                continue;
            }
            int next = word;
            int letters = 0;
            while (next < spans.length && spans[next] == null) {
                letters += spoken.get(next++).length();
            }
            double from = filled.isEmpty() ? 0 : filled.getLast().end();
            double to = next < spans.length ? Math.max(from, spans[next].start()) : Math.max(from, seconds);
            for (; word < next; word++) {
                double share = (to - from) * spoken.get(word).length() / Math.max(1, letters);
                filled.add(new Span(from, from + share));
                letters -= spoken.get(word).length();
                from += share;
            }
        }
        return filled;
    }
}
