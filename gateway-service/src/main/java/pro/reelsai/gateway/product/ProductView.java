package pro.reelsai.gateway.product;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A product as the contract shows it.
 *
 * @param id the product
 * @param userId whose it is
 * @param name its name
 * @param description what it is and does
 * @param productLink where to buy it
 * @param logoUrl its logo
 * @param thumbnailUrl its logo, small
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 */
@Schema(name = "Product")
public record ProductView(
        UUID id,
        UUID userId,
        String name,
        String description,
        @Nullable String productLink,
        @Nullable String logoUrl,
        @Nullable String thumbnailUrl,
        Instant createdAt,
        Instant updatedAt) {}
