package pro.reelsai.gateway.platform;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Says that the process answers; touches nothing. What it stands on is at {@code /q/health}. */
@Path("/health")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Health")
public class HealthResource {
    private static final Message ALIVE = new Message("API is alive");

    /** Whether the process answers. */
    @GET
    @Operation(summary = "Is the gateway alive?")
    public Message health() {
        return ALIVE;
    }

    /**
     * A word.
     *
     * @param message the word
     */
    public record Message(String message) {}
}
