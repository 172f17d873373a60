package pro.reelsai.lipsync.presenter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pro.reelsai.lipsync.viseme.Loudness;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.SpeechMarks.Word;

/** Finds the words that a speaker would underline with the head: long and loud ones, some time apart. */
final class Emphasis {
    private static final double SECONDS_APART = 1.3;
    /** Articles and prepositions are shorter than this. */
    private static final double SHORTEST_SECONDS = 0.22;

    private Emphasis() {}

    /** The times of the emphasised words' beats in seconds, in their order. */
    static List<Double> beats(SpeechMarks marks, Loudness loudness, int framesPerSecond) {
        List<Word> strongest = marks.words().stream()
                .filter(word -> word.end() - word.start() >= SHORTEST_SECONDS)
                .sorted(Comparator.comparingDouble((Word word) -> weight(word, loudness, framesPerSecond))
                        .reversed())
                .toList();
        List<Double> beats = new ArrayList<>();
        for (Word word : strongest) {
            double beat = word.start() + 0.4 * (word.end() - word.start());
            if (beats.stream().allMatch(other -> Math.abs(other - beat) >= SECONDS_APART)) {
                beats.add(beat);
            }
        }
        beats.sort(Comparator.naturalOrder());
        return List.copyOf(beats);
    }

    private static double weight(Word word, Loudness loudness, int framesPerSecond) {
        double sum = 0;
        for (int frame = (int) (word.start() * framesPerSecond); frame < word.end() * framesPerSecond; frame++) {
            sum += loudness.at(frame);
        }
        return sum;
    }
}
