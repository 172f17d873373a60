package pro.reelsai.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An actor.
 *
 * @param id the actor
 * @param name what the user sees
 * @param provider who moves the mouth
 * @param identifier the illustrated presenter's name, such as {@code maya}
 * @param video the portrait video of a filmed actor; null for an illustrated one
 */
public record Actor(
        UUID id,
        String name,
        LipsyncProvider provider,
        String identifier,
        @Nullable ObjectKey video) {
    /** Whether this is a filmed actor whom no vendor animates, so that an ad shows what it will look like and no more. */
    public boolean speaksInPreviewQuality() {
        return provider == LipsyncProvider.LOCAL && video != null;
    }
}
