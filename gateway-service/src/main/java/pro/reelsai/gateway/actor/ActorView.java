package pro.reelsai.gateway.actor;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An actor as the contract shows them.
 *
 * @param id the actor
 * @param name what the user sees
 * @param gender {@code female} or {@code male}
 * @param fullVideoLink a video of the actor; null for an illustrated one
 * @param thumbnailImageUrl a still
 * @param defaultVoiceId the voice that suits them
 * @param isVisible whether they are offered
 */
@Schema(name = "Actor")
public record ActorView(
        UUID id,
        String name,
        @Schema(enumeration = {"female", "male"}) String gender,
        @Nullable String fullVideoLink,
        @Nullable String thumbnailImageUrl,
        UUID defaultVoiceId,
        boolean isVisible) {}
