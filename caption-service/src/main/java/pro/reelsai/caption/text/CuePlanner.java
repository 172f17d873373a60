package pro.reelsai.caption.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decides which words are on screen together: up to four, in lines of about the same width, never across the end of a
 * sentence or an audible pause. Finds the best of all ways (shortest path over the words).
 */
public final class CuePlanner {
    private static final int MOST_WORDS = 4;
    private static final double PAUSE_SECONDS = 0.45;

    /** How long a line stays after its last word when nothing follows at once. */
    private static final double LINGER_SECONDS = 0.35;

    /** A gap shorter than this is bridged: a caption that blinks is worse than one that stays. */
    private static final double BRIDGED_SECONDS = 0.7;

    private static final double IDEAL_SHARE = 0.66;
    private static final double SHORTEST_SECONDS = 0.5;
    private static final double LONELY_WORD = 0.25;
    private static final double FOURTH_WORD = 0.1;
    private static final double FLASH = 0.3;
    private static final double AFTER_CLAUSE = -0.12;

    /** A line had better not end with "of", "to" or "the"; short words are those in every language. */
    private static final double SHORT_LAST_WORD = 0.07;

    private static final int SHORT_WORD_LETTERS = 3;

    private final double widest;
    private final double space;

    /**
     * @param widest how wide a line may be, in em; a single word may be wider and is then drawn smaller
     * @param space the width of the space between two words, in em
     */
    public CuePlanner(double widest, double space) {
        this.widest = widest;
        this.space = space;
    }

    /**
     * Plans the captions of a speech.
     *
     * @param tokens the words in order
     * @param until when the ad ends, in seconds
     * @return the cues in order; none overlaps the next
     */
    public List<Cue> plan(List<Token> tokens, double until) {
        List<List<Token>> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < tokens.size(); i++) {
            boolean last = i + 1 == tokens.size();
            if (last || tokens.get(i).endsSentence() || isPause(tokens.get(i), tokens.get(i + 1))) {
                lines.addAll(lines(tokens.subList(from, i + 1)));
                from = i + 1;
            }
        }
        return timed(lines, until);
    }

    private static boolean isPause(Token before, Token after) {
        return after.start() - before.end() >= PAUSE_SECONDS;
    }

    private List<List<Token>> lines(List<Token> phrase) {
        int words = phrase.size();
        double[] cost = new double[words + 1];
        int[] before = new int[words + 1];
        Arrays.fill(cost, 1, words + 1, Double.POSITIVE_INFINITY);
        for (int to = 1; to <= words; to++) {
            for (int from = Math.max(0, to - MOST_WORDS); from < to; from++) {
                double price = cost[from] + price(phrase, from, to);
                if (price < cost[to]) {
                    cost[to] = price;
                    before[to] = from;
                }
            }
        }
        List<List<Token>> lines = new ArrayList<>();
        for (int to = words; to > 0; to = before[to]) {
            lines.addFirst(phrase.subList(before[to], to));
        }
        return lines;
    }

    private double price(List<Token> phrase, int from, int to) {
        Cue line = new Cue(phrase.subList(from, to), 0, 0);
        int words = to - from;
        double width = line.width(space);
        if (words > 1 && width > widest) {
            return Double.POSITIVE_INFINITY;
        }
        double share = Math.min(1, width / widest) - IDEAL_SHARE;
        double price = share * share;
        price += words == 1 ? LONELY_WORD : 0;
        price += words == MOST_WORDS ? FOURTH_WORD : 0;
        price += phrase.get(to - 1).end() - phrase.get(from).start() < SHORTEST_SECONDS ? FLASH : 0;
        price += phrase.get(to - 1).endsClause() ? AFTER_CLAUSE : 0;
        boolean leavesOpen = to < phrase.size() && phrase.get(to - 1).text().length() <= SHORT_WORD_LETTERS;
        price += leavesOpen ? SHORT_LAST_WORD : 0;
        return price;
    }

    private static List<Cue> timed(List<List<Token>> lines, double until) {
        List<Cue> cues = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            List<Token> line = lines.get(i);
            double spoken = Math.max(line.getLast().end(), line.getLast().start());
            double next = i + 1 < lines.size() ? lines.get(i + 1).getFirst().start() : until;
            boolean bridged = i + 1 < lines.size() && next - spoken < BRIDGED_SECONDS;
            double end = bridged ? next : Math.min(next, spoken + LINGER_SECONDS);
            if (line.getFirst().start() < until) {
                cues.add(new Cue(line, line.getFirst().start(), Math.min(end, until)));
            }
        }
        return cues;
    }
}
