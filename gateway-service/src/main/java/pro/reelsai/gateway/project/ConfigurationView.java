package pro.reelsai.gateway.project;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.VideoConfiguration;

/**
 * What the ad should be, as the contract shows it.
 *
 * @param duration its length in seconds
 * @param targetAudience whom it speaks to
 * @param cta the call to action
 * @param direction how it should feel
 * @param aspectRatio its shape, such as {@code 9:16}; the first one, where it is made in several
 * @param aspectRatios all shapes it is made in
 * @param captionStyle how captions look; null leaves it to us
 * @param language the language of the script
 * @param music what plays under the speech; null for nothing
 * @param hooks how many openings it is made with
 */
@Schema(name = "VideoConfiguration")
public record ConfigurationView(
        int duration,
        String targetAudience,
        String cta,
        String direction,
        String aspectRatio,
        List<String> aspectRatios,
        @Nullable String captionStyle,
        String language,
        @Nullable String music,
        int hooks) {
    static @Nullable ConfigurationView of(@Nullable VideoConfiguration configuration) {
        return configuration == null
                ? null
                : new ConfigurationView(
                        configuration.duration(),
                        configuration.targetAudience(),
                        configuration.cta(),
                        configuration.direction(),
                        configuration.aspectRatio().label(),
                        configuration.shapes().stream().map(AspectRatio::label).toList(),
                        configuration.captionStyle(),
                        configuration.language(),
                        configuration.music(),
                        1);
    }
}
