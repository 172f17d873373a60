package pro.reelsai.model;

import org.jspecify.annotations.Nullable;

/**
 * What the user wants the ad to be.
 *
 * @param duration how long it should be, in seconds: 15, 30, 45 or 60
 * @param targetAudience whom it speaks to
 * @param cta the call to action
 * @param direction how it should feel
 * @param aspectRatio its shape
 * @param captionStyle how captions look; null leaves it to us
 * @param language the language of the script, a BCP 47 tag
 * @param hooks how many openings are written, from 1; 1 as well where an older writer has left it out
 * @param variants how many whole scripts are written, from 1; 1 as well where an older writer has left it out
 * @param music what plays under the speech: the name of a {@link MusicBed}; null for nothing
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
        @Nullable String music) {
    public VideoConfiguration {
        hooks = Math.max(1, hooks);
        variants = Math.max(1, variants);
    }

    /** A configuration that asks for one script with one opening, without music. */
    public VideoConfiguration(
            int duration,
            String targetAudience,
            String cta,
            String direction,
            AspectRatio aspectRatio,
            @Nullable String captionStyle,
            String language) {
        this(duration, targetAudience, cta, direction, aspectRatio, captionStyle, language, 1, 1, null);
    }

    /** The same configuration with a number of openings. */
    public VideoConfiguration withHooks(int wanted) {
        return new VideoConfiguration(
                duration, targetAudience, cta, direction, aspectRatio, captionStyle, language, wanted, variants, music);
    }

    /** The same configuration with a number of scripts. */
    public VideoConfiguration withVariants(int wanted) {
        return new VideoConfiguration(
                duration, targetAudience, cta, direction, aspectRatio, captionStyle, language, hooks, wanted, music);
    }
}
