package pro.reelsai.voice.speech.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.SpeechMarks.Phone;
import pro.reelsai.voice.speech.local.Utterance.PhoneRange;

/**
 * What {@code speak.scm} prints for one utterance: {@code phone NAME END}, then for every token of the text the line
 * {@code token}, followed by {@code word START END} for each word that Festival made of it. Punctuation counts as a word
 * at time 0.
 */
record FestivalMarks(List<Phone> phones, List<PhoneRange> words) {
    static FestivalMarks parse(String printed) throws IOException {
        List<Phone> phones = new ArrayList<>();
        List<double[]> spans = new ArrayList<>();
        for (String line : printed.split("\n")) {
            String[] fields = line.split(" ");
            switch (fields[0]) {
                case "phone" -> {
                    double start = phones.isEmpty() ? 0 : phones.getLast().end();
                    phones.add(new Phone(symbol(fields[1]), start, Double.parseDouble(fields[2])));
                }
                case "token" -> spans.add(new double[] {Double.MAX_VALUE, 0});
                case "word" -> {
                    double end = Double.parseDouble(fields[2]);
                    if (end > 0) {
                        double[] span = spans.getLast();
                        span[0] = Math.min(span[0], Double.parseDouble(fields[1]));
                        span[1] = Math.max(span[1], end);
                    }
                }
                default -> {
                    // Festival's own chatter, such as the banner of a voice.
                }
            }
        }
        List<PhoneRange> words = new ArrayList<>();
        for (double[] span : spans) {
            words.add(range(phones, span[0], span[1]));
        }
        return new FestivalMarks(phones, words);
    }

    private static String symbol(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("h#") || lower.equals("ssil") || lower.equals("brth") ? SpeechMarks.PAUSE : lower;
    }

    private static PhoneRange range(List<Phone> phones, double start, double end) throws IOException {
        int first = -1;
        int last = -1;
        for (int i = 0; i < phones.size(); i++) {
            double middle = (phones.get(i).start() + phones.get(i).end()) / 2;
            if (middle > start && middle < end) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        if (first < 0) {
            throw new IOException("Festival left a word without a sound");
        }
        return new PhoneRange(first, last);
    }
}
