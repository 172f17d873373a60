package pro.reelsai.gateway.project;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.VideoConfiguration;

/**
 * What the ad should be, as the contract shows it.
 *
 * @param duration its length in seconds
 * @param targetAudience whom it speaks to
 * @param cta the call to action
 * @param direction how it should feel
 * @param aspectRatio its shape, such as {@code 9:16}
 * @param captionStyle how captions look; null leaves it to us
 * @param language the language of the script
 */
@Schema(name = "VideoConfiguration")
public record ConfigurationView(
        int duration,
        String targetAudience,
        String cta,
        String direction,
        String aspectRatio,
        @Nullable String captionStyle,
        String language) {
    static @Nullable ConfigurationView of(@Nullable VideoConfiguration configuration) {
        return configuration == null
                ? null
                : new ConfigurationView(
                        configuration.duration(),
                        configuration.targetAudience(),
                        configuration.cta(),
                        configuration.direction(),
                        configuration.aspectRatio().label(),
                        configuration.captionStyle(),
                        configuration.language());
    }
}
