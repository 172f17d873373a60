package pro.reelsai.gateway.actor;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A voice as the contract shows it.
 *
 * @param id the voice
 * @param name what the user sees
 * @param gender {@code female} or {@code male}
 * @param provider {@code openai}, {@code eleven_labs} or {@code local}
 * @param voiceIdentifier the provider's name for it
 * @param sampleAudioUrl how it sounds
 * @param isVisible whether it is offered
 */
@Schema(name = "Voice")
public record VoiceView(
        UUID id,
        String name,
        @Schema(enumeration = {"female", "male"}) String gender,

        @Schema(enumeration = {"openai", "eleven_labs", "local"})
        String provider,

        String voiceIdentifier,
        @Nullable String sampleAudioUrl,
        boolean isVisible) {}
