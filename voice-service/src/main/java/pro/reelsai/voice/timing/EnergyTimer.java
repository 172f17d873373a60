package pro.reelsai.voice.timing;

import java.util.ArrayList;
import java.util.List;

/** Guesses when words are heard: spreads them over the parts of the sound that are loud, each as long as it is written. */
public final class EnergyTimer {
    private EnergyTimer() {}

    /**
     * Times words.
     *
     * @param words at least one
     * @param loud which parts of the sound are loud
     */
    public static List<Span> time(List<String> words, Loud loud) {
        int all = 0;
        for (int frame = 0; frame < loud.count(); frame++) {
            all += loud.at(frame) ? 1 : 0;
        }
        double letters = words.stream().mapToDouble(EnergyTimer::weight).sum();
        List<Span> spans = new ArrayList<>();
        double told = 0;
        int frame = 0;
        int passed = 0;
        for (String word : words) {
            told += weight(word);
            while (frame < loud.count() && !loud.at(frame)) {
                frame++;
            }
            int start = frame;
            int until = (int) Math.round(all * told / letters);
            while (frame < loud.count() && passed < until) {
                passed += loud.at(frame++) ? 1 : 0;
            }
            spans.add(new Span(Loud.time(start), Loud.time(frame)));
        }
        return spans;
    }

    private static double weight(String word) {
        return 1.5 + word.length();
    }
}
