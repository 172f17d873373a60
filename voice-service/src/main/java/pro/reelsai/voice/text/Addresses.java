package pro.reelsai.voice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;

/** Web and mail addresses as people say them. */
final class Addresses {
    private Addresses() {}

    /** Says a host and the readable beginning of its path; scheme, query and a long tail are not said. */
    static List<String> web(MatchResult found) {
        List<String> words = new ArrayList<>(dotted(found.group("a")));
        String path = found.group("b");
        if (path != null && path.matches("/[A-Za-z0-9-]{1,24}/?[.,!?:;)]*")) {
            words.add("slash");
            words.addAll(pieces(path));
        }
        return words;
    }

    /** Says a mail address. */
    static List<String> mail(MatchResult found) {
        String[] halves = found.group().split("@", 2);
        List<String> words = new ArrayList<>(dotted(halves[0]));
        words.add("at");
        words.addAll(dotted(halves[1]));
        return words;
    }

    private static List<String> dotted(String name) {
        List<String> words = new ArrayList<>();
        for (String label : name.split("\\.")) {
            if (!words.isEmpty() && !label.isEmpty()) {
                words.add("dot");
            }
            words.addAll(isCountry(label, words) ? Letters.spelled(label) : pieces(label));
        }
        return words;
    }

    /** "uk" and "de" are said by their letters, "me" and "co" are said as they look. */
    private static boolean isCountry(String label, List<String> before) {
        return !before.isEmpty() && label.matches("[A-Za-z]{2}") && !label.matches("(?i)me|us|co|so|to|is|it|in");
    }

    private static List<String> pieces(String label) {
        List<String> words = new ArrayList<>();
        for (String piece : label.split("[^A-Za-z0-9]+|(?<=\\d)(?=[A-Za-z])|(?<=[A-Za-z])(?=\\d)")) {
            if (!piece.isEmpty()) {
                words.addAll(Character.isDigit(piece.charAt(0)) ? NumberWords.count(piece) : Letters.words(piece));
            }
        }
        return words;
    }
}
