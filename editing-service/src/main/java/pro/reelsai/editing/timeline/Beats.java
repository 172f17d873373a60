package pro.reelsai.editing.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.SpeechMarks.Word;

/** Finds the moments that suit a cut: the pauses of the speech, best between two sentences. */
final class Beats {
    private static final double AFTER_SENTENCE = 0;
    private static final double AFTER_CLAUSE = 0.4;
    private static final double IN_A_PAUSE = 0.6;
    private static final double BETWEEN_WORDS = 2;
    private static final double ANYWHERE = 6;

    private static final double AUDIBLE_PAUSE_SECONDS = 0.2;
    private static final int GRID_PER_SECOND = 4;
    private static final String CLOSING_MARKS = "\"'”’»)]";

    private Beats() {}

    /**
     * The moments of a speech, rising, none twice, and a grid of poor ones between so that there is always one.
     *
     * @param lead how many frames before the pause the picture begins to change
     */
    static List<Beat> of(SpeechMarks marks, int frames, int framesPerSecond, int lead) {
        List<Beat> beats = new ArrayList<>();
        List<Word> words = marks.words();
        for (int i = 1; i < words.size(); i++) {
            Word before = words.get(i - 1);
            double pause = words.get(i).start() - before.end();
            double moment = before.end() + Math.max(0, pause) / 2;
            beats.add(new Beat((int) Math.round(moment * framesPerSecond) - lead, cost(before.text(), pause)));
        }
        for (int i = 1; i < frames * GRID_PER_SECOND / framesPerSecond; i++) {
            beats.add(new Beat(i * framesPerSecond / GRID_PER_SECOND, ANYWHERE));
        }
        return distinct(beats, frames);
    }

    private static List<Beat> distinct(List<Beat> beats, int frames) {
        List<Beat> sorted = beats.stream()
                .filter(beat -> beat.frame() > 0 && beat.frame() < frames)
                .sorted(Comparator.comparingInt(Beat::frame).thenComparingDouble(Beat::cost))
                .toList();
        List<Beat> distinct = new ArrayList<>();
        for (Beat beat : sorted) {
            if (distinct.isEmpty() || distinct.getLast().frame() != beat.frame()) {
                distinct.add(beat);
            }
        }
        return distinct;
    }

    private static double cost(String word, double pause) {
        int end = word.length();
        while (end > 0 && CLOSING_MARKS.indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        char last = end == 0 ? ' ' : word.charAt(end - 1);
        return switch (last) {
            case '.', '!', '?', '…', '。', '！', '？' -> AFTER_SENTENCE;
            case ',', ';', ':', '–', '—', '、', '，' -> AFTER_CLAUSE;
            default -> pause >= AUDIBLE_PAUSE_SECONDS ? IN_A_PAUSE : BETWEEN_WORDS;
        };
    }
}
