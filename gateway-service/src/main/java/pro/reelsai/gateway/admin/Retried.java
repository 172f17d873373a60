package pro.reelsai.gateway.admin;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A run is being made again.
 *
 * @param runId the run, which stays the same
 * @param attempt which attempt of it this is
 */
@Schema(name = "Retried")
public record Retried(UUID runId, int attempt) {}
