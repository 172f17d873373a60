package pro.reelsai.local.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What ad is wanted.
 *
 * @param product what it is for
 * @param seconds its length: 15 or 30
 * @param look how it looks
 * @param assets pictures and clips, in the order in which they are uploaded
 * @param cast who is seen and heard
 */
public record AdRequest(SampleProduct product, int seconds, Look look, List<Path> assets, Cast cast) {
    /**
     * How an ad looks.
     *
     * @param layout a layout's name or id; {@code TOP_BOTTOM} finds "Top and bottom"
     * @param aspectRatios its shapes, such as {@code 9:16}, the first one first; none leaves it to the API
     * @param captionStyle the captions' style, such as {@code karaoke}; null leaves it to the API
     * @param music what plays under the speech, such as {@code drift}; null leaves it to the API
     */
    public record Look(
            String layout,
            List<String> aspectRatios,
            @Nullable String captionStyle,
            @Nullable String music) {
        public Look {
            aspectRatios = List.copyOf(aspectRatios);
        }

        /** A layout, and all else as the API chooses. */
        public static Look of(String layout) {
            return new Look(layout, List.of(), null, null);
        }

        /** Whether two names mean the same layout: what remains of "Top and bottom" and of TOP_BOTTOM is the same. */
        public static boolean isSame(String layout, String other) {
            return letters(layout).equals(letters(other));
        }

        private static String letters(String name) {
            return name.toLowerCase(Locale.ROOT).replaceAll("\\band\\b", "").replaceAll("[^a-z]", "");
        }
    }

    /**
     * Who is seen and heard.
     *
     * @param filmed whether the actor is a filmed one
     * @param actor the actor's name, in any case; null takes the first there is
     * @param voices whose voice speaks, a provider such as {@code eleven_labs}; null takes the actor's own
     */
    public record Cast(
            boolean filmed,
            @Nullable String actor,
            @Nullable String voices) {
        /** The first actor there is, with the actor's own voice. */
        public static final Cast FIRST = new Cast(false, null, null);

        /** An actor by name, with the actor's own voice. */
        public static Cast named(@Nullable String actor) {
            return new Cast(false, actor, null);
        }
    }

    /** With the first actor. */
    public AdRequest(SampleProduct product, int seconds, Look look, List<Path> assets) {
        this(product, seconds, look, assets, Cast.FIRST);
    }
}
