package pro.reelsai.gateway.project;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.text.PlainText;

/**
 * What the ad should be.
 *
 * @param duration its length in seconds: 15, 30, 45 or 60
 * @param targetAudience whom it speaks to
 * @param cta the call to action
 * @param direction how it should feel; may be empty
 * @param aspectRatio its shape; {@code 9:16} where left out
 * @param captionStyle how captions look; left out, we choose
 * @param language the language of the script, a BCP 47 tag; {@code en} where left out
 */
@Schema(name = "VideoConfigurationRequest")
public record ConfigurationRequest(
        @NotNull @Schema(enumeration = {"15", "30", "45", "60"})
        Integer duration,

        @NotBlank @Size(max = 500) @PlainText String targetAudience,
        @NotBlank @Size(max = 200) @PlainText String cta,
        @NotNull @Size(max = 1000) @PlainText String direction,
        @Nullable String aspectRatio,

        @Nullable @Pattern(regexp = "bold|calm", message = "must be bold or calm")
        String captionStyle,

        @Nullable @Pattern(regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", message = "must be a BCP 47 tag such as en-US")
        String language) {}
