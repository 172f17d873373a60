package pro.reelsai.caption.ass;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pro.reelsai.caption.font.FontStack;
import pro.reelsai.caption.font.FontStack.Run;
import pro.reelsai.caption.font.Typeface;

/** Draws the closing card: the call to action in up to three lines on a light plate, the link on a coloured one below. */
final class CardSetter {
    private static final double SECONDS = 2.6;

    /** A short ad is not all card. */
    private static final double LARGEST_SHARE = 0.4;

    private static final int ACTION_EM = 74;
    private static final int LINK_EM = 44;
    private static final int MOST_LINES = 3;
    private static final double LINE_STEP = 1.22;
    private static final double SIDE_PADDING = 0.62;
    private static final double PADDING = 0.5;
    private static final double LINK_PADDING = 0.42;
    private static final double LINK_SIDE_PADDING = 0.7;
    private static final double SMALLEST_SHARE = 0.45;

    /** How much of the link's plate lies on the larger one, which grows by as much: no text comes near it. */
    private static final double LINK_OVERLAP = 0.28;

    private static final String PAPER = "0AFFFFFF";
    private static final String INK = "1C1614";
    private static final String VIOLET = "00ED3A7C";
    private static final String WHITE = "FFFFFF";

    private static final FontStack FONTS = new FontStack(Typeface.MONTSERRAT_EXTRA_BOLD);

    private final CardArea area;
    private final FrameClock clock;

    CardSetter(CardArea area, FrameClock clock) {
        this.area = area;
        this.clock = clock;
    }

    /**
     * The events of a card.
     *
     * @param seconds how long the ad is
     */
    String write(ClosingCard card, double seconds) {
        if (card.action().isBlank()) {
            return "";
        }
        String times = "%s,%s"
                .formatted(
                        clock.time(clock.frame(Math.max(seconds - SECONDS, seconds * (1 - LARGEST_SHARE)))),
                        clock.time(clock.frame(seconds) + 1));
        double em = ACTION_EM * area.scale();
        List<String> lines = lines(card.action(), area.width() / em - 2 * SIDE_PADDING);
        double widest = lines.stream().mapToDouble(FONTS::width).max().orElse(0);
        em *= Math.clamp((area.width() / em - 2 * SIDE_PADDING) / widest, SMALLEST_SHARE, 1);
        double linkEm = card.link() == null ? 0 : linkEm(card.link());
        double linkHeight = (1.2 + 2 * LINK_PADDING) * linkEm;
        double height = (lines.size() * LINE_STEP + 2 * PADDING - 0.2) * em + linkHeight * LINK_OVERLAP;
        double width = (widest + 2 * SIDE_PADDING) * em;
        double top = Math.max(area.top(), area.centreY() - (height + linkHeight * (1 - LINK_OVERLAP)) / 2);
        StringBuilder file = new StringBuilder();
        plate(file, 3, times, top + height / 2, width, height, 0.36 * em, PAPER);
        for (int i = 0; i < lines.size(); i++) {
            text(file, times, top + (PADDING - 0.1 + (i + 0.5) * LINE_STEP) * em, em, INK, lines.get(i));
        }
        if (card.link() != null) {
            double linkWidth = (FONTS.width(card.link()) + 2 * LINK_SIDE_PADDING) * linkEm;
            double y = top + height + linkHeight * (0.5 - LINK_OVERLAP);
            plate(file, 4, times, y, linkWidth, linkHeight, linkHeight / 2, VIOLET);
            text(file, times, y, linkEm, WHITE, card.link());
        }
        return file.toString();
    }

    private double linkEm(String link) {
        double em = LINK_EM * area.scale();
        return em * Math.clamp((area.width() / em - 2 * LINK_SIDE_PADDING) / FONTS.width(link), SMALLEST_SHARE, 1);
    }

    /** As many lines as it takes, of about the same width; what does not fit into three is drawn smaller. */
    private static List<String> lines(String text, double widest) {
        String[] words = text.split(" ");
        for (int count = 1; count <= MOST_LINES; count++) {
            List<String> lines = broken(words, Math.max(widest * 0.4, FONTS.width(text) / count * 1.12));
            if (lines.size() <= count && lines.stream().allMatch(line -> FONTS.width(line) <= widest)) {
                return lines;
            }
        }
        return broken(words, FONTS.width(text) / MOST_LINES * 1.25);
    }

    private static List<String> broken(String[] words, double width) {
        List<String> lines = new ArrayList<>();
        for (String word : words) {
            String longer = lines.isEmpty() ? word : lines.getLast() + " " + word;
            if (!lines.isEmpty() && FONTS.width(longer) <= width) {
                lines.set(lines.size() - 1, longer);
            } else {
                lines.add(word);
            }
        }
        return lines;
    }

    private void text(StringBuilder file, String times, double y, double em, String colour, String text) {
        file.append(String.format(
                Locale.ROOT,
                "Dialogue: 5,%s,Word,,0,0,0,,{\\an5\\pos(%.1f,%.1f)\\bord0\\shad0\\1c&H%s&\\fad(200,0)}",
                times,
                area.centreX(),
                y,
                colour));
        for (Run run : FONTS.runs(text)) {
            file.append(String.format(
                            Locale.ROOT,
                            "{\\fn%s\\fs%.1f}",
                            run.face().fullName(),
                            em * (run.ascent() + run.descent())))
                    .append(AssText.escaped(run.text()));
        }
        file.append('\n');
    }

    private void plate(
            StringBuilder file,
            int layer,
            String times,
            double y,
            double width,
            double height,
            double radius,
            String colour) {
        file.append("Dialogue: %d,%s,Plate,,0,0,0,,{\\fad(140,0)}%s\n"
                .formatted(
                        layer,
                        times,
                        Plate.box(area.centreX() - width / 2, y - height / 2, width, height, radius, colour)));
    }
}
