package pro.reelsai.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the ad is for.
 *
 * @param id the product
 * @param name its name as the user wrote it
 * @param description what it is and does, as the user wrote it
 * @param link where to buy it
 */
public record Product(
        UUID id, String name, String description, @Nullable String link) {}
