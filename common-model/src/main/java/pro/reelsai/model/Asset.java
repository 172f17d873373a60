package pro.reelsai.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A picture or a clip of the product, probed when it was uploaded.
 *
 * @param id the asset
 * @param type what it is
 * @param key where it lies in the bucket
 * @param sha256 its hash, 64 hexadecimal digits
 * @param width in pixels, as displayed
 * @param height in pixels, as displayed
 * @param durationSeconds how long a clip lasts, 0 for an image
 * @param description what the user says it shows
 */
public record Asset(
        UUID id,
        AssetType type,
        ObjectKey key,
        String sha256,
        int width,
        int height,
        double durationSeconds,
        @Nullable String description) {}
