package pro.reelsai.gateway.project;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
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
 * @param aspectRatio its shape; {@code 9:16} (where left out), {@code 1:1}, {@code 16:9} or {@code 4:5}
 * @param aspectRatios all shapes it is made in, each once; the one in aspectRatio, or else the first, is the ad's first shape
 * @param captionStyle how captions look: {@code bold-pop} (where left out), {@code karaoke}, {@code boxed}, {@code clean} or
 *     {@code typewriter}
 * @param language the language of the script, a BCP 47 tag; {@code en} where left out
 * @param music what plays under the speech: {@code none} (where left out), {@code sunrise}, {@code pulse} or {@code drift}
 * @param hooks how many openings the ad is made with; 1 where left out
 */
@Schema(name = "VideoConfigurationRequest")
public record ConfigurationRequest(
        @NotNull @Schema(enumeration = {"15", "30", "45", "60"})
        Integer duration,

        @NotBlank @Size(max = 500) @PlainText String targetAudience,
        @NotBlank @Size(max = 200) @PlainText String cta,
        @NotNull @Size(max = 1000) @PlainText String direction,
        @Nullable @Size(max = 20) String aspectRatio,
        @Nullable @Size(min = 1, max = 10) List<@NotNull @Size(max = 20) String> aspectRatios,
        @Nullable @Size(max = 40) String captionStyle,
        @Nullable @Size(max = 35) String language,
        @Nullable @Size(max = 40) String music,
        @Nullable Integer hooks) {}
