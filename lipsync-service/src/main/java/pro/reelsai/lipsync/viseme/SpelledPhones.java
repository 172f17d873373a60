package pro.reelsai.lipsync.viseme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.SpeechMarks.Phone;
import pro.reelsai.model.SpeechMarks.Word;

/**
 * Guesses phones from spelling, for voices that only know when their words are heard. The letters are spread over the
 * word, vowels for twice as long as consonants: not phonetics, but the lips meet at an m and round at an o.
 */
final class SpelledPhones {
    private static final Pattern GRAPHEME = Pattern.compile(
            "sh|ch|th|ph|wh|ck|ng|qu|ee|ea|oo|ou|ow|oa|ai|ay|oi|oy|au|aw|e(?=$)|(?<letter>[a-z])\\k<letter>?|[\\p{L}\\p{N}]");
    private static final Map<String, String> PHONES = Map.ofEntries(
            Map.entry("sh", "sh"),
            Map.entry("ch", "ch"),
            Map.entry("th", "th"),
            Map.entry("ph", "f"),
            Map.entry("wh", "w"),
            Map.entry("ck", "k"),
            Map.entry("ng", "ng"),
            Map.entry("qu", "w"),
            Map.entry("ee", "iy"),
            Map.entry("ea", "iy"),
            Map.entry("oo", "uw"),
            Map.entry("ou", "aw"),
            Map.entry("ow", "ow"),
            Map.entry("oa", "ow"),
            Map.entry("ai", "ey"),
            Map.entry("ay", "ey"),
            Map.entry("oi", "oy"),
            Map.entry("oy", "oy"),
            Map.entry("au", "ao"),
            Map.entry("aw", "ao"),
            Map.entry("a", "ae"),
            Map.entry("b", "b"),
            Map.entry("c", "k"),
            Map.entry("d", "d"),
            Map.entry("e", "eh"),
            Map.entry("f", "f"),
            Map.entry("g", "g"),
            Map.entry("h", "hh"),
            Map.entry("i", "ih"),
            Map.entry("j", "jh"),
            Map.entry("k", "k"),
            Map.entry("l", "l"),
            Map.entry("m", "m"),
            Map.entry("n", "n"),
            Map.entry("o", "ao"),
            Map.entry("p", "p"),
            Map.entry("q", "k"),
            Map.entry("r", "r"),
            Map.entry("s", "s"),
            Map.entry("t", "t"),
            Map.entry("u", "ah"),
            Map.entry("v", "v"),
            Map.entry("w", "w"),
            Map.entry("x", "k"),
            Map.entry("y", "iy"),
            Map.entry("z", "z"));
    private static final String VOWEL_LETTERS = "aeiouy";

    private SpelledPhones() {}

    /** The guessed phones of a speech, pauses between the words included. */
    static List<Phone> of(SpeechMarks marks) {
        List<Phone> phones = new ArrayList<>();
        double end = 0;
        for (Word word : marks.words()) {
            if (word.start() > end) {
                phones.add(new Phone(SpeechMarks.PAUSE, end, word.start()));
            }
            phones.addAll(spell(word));
            end = Math.max(end, word.end());
        }
        if (marks.words().isEmpty()) {
            // nothing is known but the sound: a neutral vowel, which the loudness opens and shuts
            phones.add(new Phone("ah", 0, marks.durationSeconds()));
        } else if (marks.durationSeconds() > end) {
            phones.add(new Phone(SpeechMarks.PAUSE, end, marks.durationSeconds()));
        }
        return phones;
    }

    private static List<Phone> spell(Word word) {
        List<String> symbols = new ArrayList<>();
        List<Integer> weights = new ArrayList<>();
        Matcher matcher = GRAPHEME.matcher(word.text().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", ""));
        boolean voweled = false;
        while (matcher.find()) {
            String letter = matcher.group("letter");
            String grapheme = letter == null ? matcher.group() : letter;
            boolean vowel = VOWEL_LETTERS.indexOf(grapheme.charAt(0)) >= 0;
            boolean silent = voweled && letter == null && grapheme.equals("e"); // as in "cake", not as in "me"
            if (!silent) {
                symbols.add(PHONES.getOrDefault(grapheme, "ah"));
                weights.add(vowel ? 2 : 1);
            }
            voweled |= vowel;
        }
        if (symbols.isEmpty()) {
            return List.of(new Phone("ah", word.start(), word.end()));
        }
        double unit = (word.end() - word.start())
                / weights.stream().mapToInt(Integer::intValue).sum();
        List<Phone> phones = new ArrayList<>();
        double start = word.start();
        for (int i = 0; i < symbols.size(); i++) {
            double end = start + unit * weights.get(i);
            phones.add(new Phone(symbols.get(i), start, end));
            start = end;
        }
        return phones;
    }
}
