package pro.reelsai.local.demo;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ad is wanted.
 *
 * @param product what it is for
 * @param seconds its length: 15 or 30
 * @param layout a layout's name or id; {@code TOP_BOTTOM} finds "Top and bottom"
 * @param assets pictures and clips, in the order in which they are uploaded
 * @param cast who is seen and heard
 */
public record AdRequest(SampleProduct product, int seconds, String layout, List<Path> assets, Cast cast) {
    /**
     * Who is seen and heard.
     *
     * @param filmed whether the actor is a filmed one
     * @param voices whose voice speaks, a provider such as {@code eleven_labs}; null takes the actor's own
     */
    public record Cast(boolean filmed, @Nullable String voices) {
        /** The first actor there is, with the actor's own voice. */
        public static final Cast FIRST = new Cast(false, null);
    }

    /** The same with the first actor. */
    public AdRequest(SampleProduct product, int seconds, String layout, List<Path> assets) {
        this(product, seconds, layout, assets, Cast.FIRST);
    }
}
