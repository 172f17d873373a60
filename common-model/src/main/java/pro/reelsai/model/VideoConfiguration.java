package pro.reelsai.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user wants the ad to be.
 *
 * @param duration how long it should be, in seconds: 15, 30, 45 or 60
 * @param targetAudience whom it speaks to
 * @param cta the call to action
 * @param direction how it should feel
 * @param aspectRatio its shape; the first one, where it is made in several
 * @param captionStyle how captions look; null leaves it to us
 * @param language the language of the script, a BCP 47 tag
 * @param hooks how many openings are written, from 1; 1 as well where an older writer has left it out
 * @param variants how many whole scripts are written, from 1; 1 as well where an older writer has left it out
 * @param music what plays under the speech: the name of a {@link MusicBed}; null for nothing
 * @param furtherShapes the shapes that the same ad is made in as well, each once; none as well where an older writer has left
 *     them out
 */
public record VideoConfiguration(
        int duration,
        String targetAudience,
        String cta,
        String direction,
        AspectRatio aspectRatio,
        @Nullable String captionStyle,
        String language,
        int hooks,
        int variants,
        @Nullable String music,
        List<AspectRatio> furtherShapes) {
    @SuppressWarnings("ConstantValue") // older writers have left them out
    public VideoConfiguration {
        furtherShapes = furtherShapes == null ? List.of() : List.copyOf(furtherShapes);
        hooks = Math.max(1, hooks);
        variants = Math.max(1, variants);
    }

    /** A configuration that asks for one script with one opening in one shape, without music. */
    public VideoConfiguration(
            int duration,
            String targetAudience,
            String cta,
            String direction,
            AspectRatio aspectRatio,
            @Nullable String captionStyle,
            String language) {
        this(duration, targetAudience, cta, direction, aspectRatio, captionStyle, language, 1, 1, null, List.of());
    }

    /** The same configuration with a number of openings. */
    public VideoConfiguration withHooks(int wanted) {
        return copy(aspectRatio, wanted, variants, furtherShapes);
    }

    /** The same configuration with a number of scripts. */
    public VideoConfiguration withVariants(int wanted) {
        return copy(aspectRatio, hooks, wanted, furtherShapes);
    }

    /** All shapes that the ad is made in, each once, the first one first. */
    public List<AspectRatio> shapes() {
        List<AspectRatio> shapes = new ArrayList<>();
        shapes.add(aspectRatio);
        shapes.addAll(furtherShapes);
        return shapes.stream().distinct().toList();
    }

    /** The same configuration in one shape alone. */
    public VideoConfiguration in(AspectRatio shape) {
        return copy(shape, hooks, variants, List.of());
    }

    private VideoConfiguration copy(
            AspectRatio shape, int wantedHooks, int wantedVariants, List<AspectRatio> wantedFurther) {
        return new VideoConfiguration(
                duration,
                targetAudience,
                cta,
                direction,
                shape,
                captionStyle,
                language,
                wantedHooks,
                wantedVariants,
                music,
                wantedFurther);
    }
}
