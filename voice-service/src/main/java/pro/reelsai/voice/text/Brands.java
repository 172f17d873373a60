package pro.reelsai.voice.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How names are said that no voice guesses right: {@code Xiaomi} as {@code shao mee}. */
public final class Brands {
    private static final Pattern NAME =
            Pattern.compile("(?<open>\\W*)(?<name>[\\p{L}\\p{N}][\\p{L}\\p{N}&.+-]*?)(?<end>(?:'s)?[.,!?;:…]*)\\W*");

    private final Map<String, String> said = new HashMap<>();

    /**
     * @param pronunciations what is said, by the name in any case
     */
    public Brands(Map<String, String> pronunciations) {
        pronunciations.forEach((name, words) -> said.put(name.toLowerCase(Locale.ROOT), words));
    }

    /** What is said for a token, with its punctuation; empty where it is no such name. */
    public Optional<String> said(String token) {
        Matcher name = NAME.matcher(token);
        if (!name.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(said.get(name.group("name").toLowerCase(Locale.ROOT)))
                .map(words -> words + name.group("end"));
    }
}
