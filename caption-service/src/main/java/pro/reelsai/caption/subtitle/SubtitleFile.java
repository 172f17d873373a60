package pro.reelsai.caption.subtitle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pro.reelsai.caption.text.CaptionText;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.SpeechMarks.Word;

/**
 * The captions as subtitles for players that draw them on their own: sentences rather than single words, two lines at
 * most.
 *
 * <p>Sources: <a href="https://www.w3.org/TR/webvtt1/">WebVTT</a>; SubRip has no standard, players agree on what is
 * written here.
 */
public final class SubtitleFile {
    private static final int LONGEST_LINE = 42;
    private static final int LONGEST_CUE = 2 * LONGEST_LINE - 6;
    private static final double LONGEST_SECONDS = 6;
    private static final double PAUSE_SECONDS = 0.8;
    private static final String WORD_JOINER = "\u2060";

    private final List<Subtitle> subtitles;

    private record Subtitle(List<String> words, double start, double end) {
        String text() {
            return String.join(" ", words);
        }
    }

    private SubtitleFile(List<Subtitle> subtitles) {
        this.subtitles = subtitles;
    }

    /**
     * The subtitles of a speech.
     *
     * @param until when the ad ends, in seconds
     */
    public static SubtitleFile of(SpeechMarks marks, double until) {
        List<Subtitle> subtitles = new ArrayList<>();
        List<String> words = new ArrayList<>();
        double start = 0;
        double end = 0;
        for (Word word : marks.words()) {
            String text = CaptionText.plain(word.text());
            if (text.isEmpty() || word.start() >= until) {
                continue;
            }
            if (!words.isEmpty() && breaksBefore(words, text, start, end, word)) {
                subtitles.add(new Subtitle(List.copyOf(words), start, Math.min(end, word.start())));
                words.clear();
            }
            start = words.isEmpty() ? Math.max(end, word.start()) : start;
            words.add(text);
            end = Math.min(until, Math.max(word.end(), start + 0.1));
        }
        if (!words.isEmpty()) {
            subtitles.add(new Subtitle(List.copyOf(words), start, end));
        }
        return new SubtitleFile(subtitles);
    }

    private static boolean breaksBefore(List<String> words, String next, double start, double end, Word word) {
        return words.getLast().matches(".*[.!?…][\"'”’»)]*")
                || String.join(" ", words).length() + 1 + next.length() > LONGEST_CUE
                || word.end() - start > LONGEST_SECONDS
                || word.start() - end > PAUSE_SECONDS;
    }

    /** As SubRip. */
    public String srt() {
        StringBuilder file = new StringBuilder();
        for (int i = 0; i < subtitles.size(); i++) {
            Subtitle subtitle = subtitles.get(i);
            // Players take tags and overrides for formatting although nothing says they should.
            String text = lines(subtitle.text()).replace("<", "<" + WORD_JOINER).replace("{", "{" + WORD_JOINER);
            file.append("%d\n%s --> %s\n%s\n\n"
                    .formatted(i + 1, time(subtitle.start(), ','), time(subtitle.end(), ','), text));
        }
        return file.toString();
    }

    /** As WebVTT. */
    public String vtt() {
        StringBuilder file = new StringBuilder("WEBVTT\n\n");
        for (Subtitle subtitle : subtitles) {
            String text = lines(subtitle.text())
                    .replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;");
            file.append("%s --> %s\n%s\n\n".formatted(time(subtitle.start(), '.'), time(subtitle.end(), '.'), text));
        }
        return file.toString();
    }

    /** Breaks a text in two lines of about the same length if it is too long for one. */
    private static String lines(String text) {
        if (text.length() <= LONGEST_LINE) {
            return text;
        }
        int middle = text.length() / 2;
        int before = text.lastIndexOf(' ', middle);
        int after = text.indexOf(' ', middle);
        int at = before < 0 || (after >= 0 && after - middle < middle - before) ? after : before;
        return at < 0 ? text : text.substring(0, at) + "\n" + text.substring(at + 1);
    }

    private static String time(double seconds, char fraction) {
        long ms = Math.round(seconds * 1000);
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d%c%03d",
                ms / 3_600_000,
                ms / 60_000 % 60,
                ms / 1000 % 60,
                fraction,
                ms % 1000);
    }
}
