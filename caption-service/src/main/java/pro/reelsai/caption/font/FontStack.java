package pro.reelsai.caption.font;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The fonts of a style: its own, and for what that one lacks those of other scripts. Which font draws what is decided
 * here and not by the system that renders, so that the same text looks the same everywhere.
 */
public final class FontStack implements FontMetrics {
    private static final List<Typeface> OTHERS =
            List.of(Typeface.HEBREW, Typeface.ARABIC, Typeface.HAN, Typeface.EMOJI);

    /** What a reader takes for one character: a letter with its accents, an emoji of several parts. */
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private static final int VARIATION_SELECTOR_EMOJI = 0xFE0F;

    /** Letters of Arabic join, and are then narrower than each is alone. */
    private static final double JOINED = 0.8;

    private final Typeface first;

    public FontStack(Typeface first) {
        this.first = first;
    }

    /**
     * A part of a text.
     *
     * @param face the font that draws it
     */
    public record Run(Typeface face, String text) {
        /** How far it reaches above the baseline, in em. */
        public double ascent() {
            return face.metrics().ascent();
        }

        /** How far it reaches below the baseline, in em. */
        public double descent() {
            return face.metrics().descent();
        }
    }

    /** Cuts a text where its font changes. */
    public List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        CLUSTER.matcher(text).results().forEach(found -> {
            Typeface face = face(found.group());
            if (!runs.isEmpty() && runs.getLast().face() == face) {
                runs.set(runs.size() - 1, new Run(face, runs.getLast().text() + found.group()));
            } else {
                runs.add(new Run(face, found.group()));
            }
        });
        return runs;
    }

    @Override
    public boolean has(int codePoint) {
        return Stream.concat(Stream.of(first), OTHERS.stream())
                .anyMatch(face -> face.metrics().has(codePoint));
    }

    @Override
    public double width(String text) {
        return CLUSTER.matcher(text)
                .results()
                .mapToDouble(found -> clusterWidth(found.group()))
                .sum();
    }

    @Override
    public double ascent() {
        return first.metrics().ascent();
    }

    @Override
    public double descent() {
        return first.metrics().descent();
    }

    private double clusterWidth(String cluster) {
        Typeface face = face(cluster);
        // What follows the first character of a cluster is drawn over it, or melts into one sign with it.
        double width = face.metrics().width(Character.toString(cluster.codePointAt(0)));
        return face == Typeface.ARABIC ? width * JOINED : width;
    }

    private Typeface face(String cluster) {
        int base = cluster.codePointAt(0);
        boolean emoji = cluster.codePoints().anyMatch(codePoint -> codePoint == VARIATION_SELECTOR_EMOJI);
        if (emoji && Typeface.EMOJI.metrics().has(base)) {
            return Typeface.EMOJI;
        }
        if (first.metrics().has(base)) {
            return first;
        }
        return OTHERS.stream()
                .filter(face -> face.metrics().has(base))
                .findFirst()
                .orElse(first);
    }
}
