package pro.reelsai.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How captions look, by the names of the REST contract. */
public enum CaptionStyle {
    /** Large capitals; the spoken word pops up in colour. */
    BOLD_POP("bold-pop", "bold"),
    /** Words fill with colour from left to right while they are spoken. */
    KARAOKE("karaoke"),
    /** A coloured box goes from word to word. */
    BOXED("boxed"),
    /** Smaller, as written, on a soft plate. */
    CLEAN("clean", "calm"),
    /** Letters appear one by one, as if typed. */
    TYPEWRITER("typewriter");

    private final String wireName;
    private final List<String> olderNames;

    CaptionStyle(String wireName, String... olderNames) {
        this.wireName = wireName;
        this.olderNames = List.of(olderNames);
    }

    /** The name in the REST contract, such as {@code bold-pop}. */
    public String wireName() {
        return wireName;
    }

    /** The names of all styles, in the order in which they are offered. */
    public static List<String> names() {
        return Arrays.stream(values()).map(CaptionStyle::wireName).toList();
    }

    /**
     * Finds a style.
     *
     * @param name its name, in any case; {@code bold} and {@code calm}, which older projects have, still mean
     *     {@link #BOLD_POP} and {@link #CLEAN}
     */
    public static Optional<CaptionStyle> named(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(style -> style.wireName.equals(wanted) || style.olderNames.contains(wanted))
                .findFirst();
    }
}
