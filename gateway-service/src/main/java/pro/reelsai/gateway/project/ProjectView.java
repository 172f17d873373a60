package pro.reelsai.gateway.project;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.asset.AssetView;

/**
 * A project as the contract shows it.
 *
 * @param id the project
 * @param userId whose it is
 * @param productId what the ad is for
 * @param status how far it is
 * @param videoConfiguration what the ad should be
 * @param finalScript the words that will be spoken
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param finalVideoUrl the newest finished ad, readable for a while
 * @param actorId who is seen
 * @param voiceId who is heard
 * @param videoLayoutId how actor and assets share the picture
 * @param assets the pictures and clips in their order
 * @param finalVideoDuration how long the newest finished ad is, in seconds
 */
@Schema(name = "ProjectDTO")
public record ProjectView(
        UUID id,
        UUID userId,
        UUID productId,
        ProjectStatus status,
        @Nullable ConfigurationView videoConfiguration,
        @Nullable String finalScript,
        Instant createdAt,
        Instant updatedAt,
        @Nullable String finalVideoUrl,
        @Nullable UUID actorId,
        @Nullable UUID voiceId,
        @Nullable UUID videoLayoutId,
        List<AssetView> assets,
        @Nullable Double finalVideoDuration) {}
