package pro.reelsai.voice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Runs of Latin letters as words that an English voice can read. */
final class Letters {
    private static final String[] NAMES = {
        "ay",
        "bee",
        "see",
        "dee",
        "ee",
        "eff",
        "gee",
        "aitch",
        "eye",
        "jay",
        "kay",
        "ell",
        "em",
        "en",
        "oh",
        "pee",
        "cue",
        "are",
        "ess",
        "tee",
        "you",
        "vee",
        "double you",
        "ex",
        "why",
        "zee"
    };
    private static final Set<String> SPELLED = Set.of(
            "AC", "AI", "API", "BPA", "CEO", "CO", "DIY", "DJ", "EU", "EV", "FAQ", "FDA", "GPS", "HD", "IP", "IPA",
            "IQ", "LED", "OLED", "OS", "PC", "PFAS", "QR", "SPF", "SUV", "TV", "UHD", "UI", "UK", "UPF", "USA", "USB",
            "UV", "UX", "VIP", "VR");
    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final Pattern NO_VOWEL = Pattern.compile("[B-DF-HJ-NP-TV-XZ]{2,5}");
    private static final Pattern STRETCHED = Pattern.compile("([a-z])\\1{2,}");
    private static final Pattern PLURAL = Pattern.compile("[A-Z]{2,5}s");
    private static final int LONGEST_WORD = 34;

    private Letters() {}

    /** Says a run of letters {@code A-Z a-z} and inner apostrophes. */
    static List<String> words(String letters) {
        if (PLURAL.matcher(letters).matches() && isSpelled(letters.substring(0, letters.length() - 1))) {
            List<String> names = spelled(letters.substring(0, letters.length() - 1));
            names.add(names.removeLast() + "'s");
            return names;
        }
        List<String> words = new ArrayList<>();
        for (String part : CAMEL.split(letters)) {
            String stem = part.replaceFirst("'[sS]?$", "");
            if (isSpelled(stem)) {
                words.addAll(spelled(stem));
            } else if (part.length() == 1 && !part.equals("a") && !part.equals("A") && !part.equals("I")) {
                words.addAll(spelled(part));
            } else {
                addPlain(part.toLowerCase(Locale.ROOT), words);
            }
        }
        return words;
    }

    private static boolean isSpelled(String capitals) {
        return SPELLED.contains(capitals) || NO_VOWEL.matcher(capitals).matches();
    }

    /** Says the names of letters. */
    static List<String> spelled(String letters) {
        List<String> words = new ArrayList<>();
        for (char letter : letters.toLowerCase(Locale.ROOT).toCharArray()) {
            words.addAll(List.of(NAMES[letter - 'a'].split(" ")));
        }
        return words;
    }

    private static void addPlain(String word, List<String> words) {
        String calm = calmed(word);
        for (int start = 0; start < calm.length(); start += LONGEST_WORD) {
            String piece = calm.substring(start, Math.min(calm.length(), start + LONGEST_WORD))
                    .replaceAll("^'+|'+$", "");
            if (!piece.isEmpty()) {
                words.add(piece);
            }
        }
    }

    /** Takes the stretch out of "sooo cooool": one letter at a word's end, two inside it. */
    private static String calmed(String word) {
        return STRETCHED
                .matcher(word)
                .replaceAll(run -> run.end() == word.length() ? run.group(1) : run.group(1) + run.group(1));
    }
}
