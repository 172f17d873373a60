package pro.reelsai.gateway.asset;

import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody wants to become an asset.
 *
 * @param user who
 * @param project of which project
 * @param file the file on our disk; stays the caller's to delete
 * @param description what the user says it shows
 */
record Arrival(UUID user, UUID project, Path file, @Nullable String description) {}
