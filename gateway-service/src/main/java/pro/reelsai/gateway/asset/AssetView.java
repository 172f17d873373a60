package pro.reelsai.gateway.asset;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An asset as the contract shows it.
 *
 * @param id the asset
 * @param type {@code image} or {@code video}
 * @param url where it can be read for a while; null where storage cannot be reached just now
 * @param description what the user says it shows
 */
@Schema(name = "Asset")
public record AssetView(
        UUID id,
        @Schema(enumeration = {"image", "video"}) String type,
        @Nullable String url,
        @Nullable String description) {}
