package pro.reelsai.voice.timing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.SpeechMarks.Phone;

/**
 * Spreads the phones of words over the words' times, each as long as its kind usually is: a presenter's mouth needs the
 * right shapes in the right order, and a hundredth of a second is less than a frame.
 */
public final class PhoneSpread {
    private static final Map<String, Double> USUAL = Map.ofEntries(
            Map.entry("aa", 1.3),
            Map.entry("ae", 1.4),
            Map.entry("ah", 0.9),
            Map.entry("ao", 1.4),
            Map.entry("aw", 1.7),
            Map.entry("ax", 0.6),
            Map.entry("ay", 1.6),
            Map.entry("eh", 1.0),
            Map.entry("er", 1.2),
            Map.entry("ey", 1.4),
            Map.entry("ih", 0.8),
            Map.entry("iy", 1.1),
            Map.entry("ow", 1.4),
            Map.entry("oy", 1.8),
            Map.entry("uh", 0.8),
            Map.entry("uw", 1.2),
            Map.entry("s", 1.2),
            Map.entry("sh", 1.2),
            Map.entry("ch", 1.2),
            Map.entry("f", 1.0),
            Map.entry("d", 0.6),
            Map.entry("t", 0.7),
            Map.entry("dh", 0.5),
            Map.entry("l", 0.7),
            Map.entry("r", 0.7));

    private static final double OTHER = 0.8;
    private static final double SHORTEST_PAUSE = 0.03;

    private PhoneSpread() {}

    /**
     * Spreads phones.
     *
     * @param words the spoken words
     * @param times when they are heard, in order and without overlaps
     * @param lexicon how they sound
     * @param seconds how long the sound lasts
     * @return phones without gaps; empty if a word's sound is not known
     */
    public static List<Phone> spread(
            List<String> words, List<Span> times, Map<String, List<String>> lexicon, double seconds) {
        List<Phone> phones = new ArrayList<>();
        double clock = 0;
        for (int i = 0; i < words.size(); i++) {
            List<String> sounds = lexicon.get(words.get(i));
            if (sounds == null) {
                return List.of();
            }
            Span time = times.get(i);
            double start = Math.max(clock, time.start());
            if (start - clock >= SHORTEST_PAUSE) {
                phones.add(new Phone(SpeechMarks.PAUSE, clock, start));
            } else {
                start = clock;
            }
            double end = Math.max(start, time.end());
            double weight = sounds.stream().mapToDouble(PhoneSpread::usual).sum();
            for (String sound : sounds) {
                double until = start + (end - start) * usual(sound) / weight;
                weight -= usual(sound);
                if (until > start) {
                    phones.add(new Phone(sound, start, until));
                }
                start = until;
            }
            clock = phones.isEmpty() ? 0 : phones.getLast().end();
        }
        if (seconds > clock) {
            phones.add(new Phone(SpeechMarks.PAUSE, clock, seconds));
        }
        return phones;
    }

    private static double usual(String phone) {
        return USUAL.getOrDefault(phone, OTHER);
    }
}
