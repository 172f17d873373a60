package pro.reelsai.gateway.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import pro.reelsai.gateway.platform.GatewayConfig;
import pro.reelsai.gateway.platform.auth.CurrentUser;

/** Shows that errors arrive where they are watched. */
@Path("/sentry-debug")
@RolesAllowed(CurrentUser.OPERATOR)
public class SentryDebugResource {
    private static final String PRODUCTION = "production";

    private final boolean present;

    @Inject
    public SentryDebugResource(GatewayConfig config) {
        this(config.environment());
    }

    SentryDebugResource(String environment) {
        this.present = !PRODUCTION.equals(environment);
    }

    /** Raises an error on purpose; in production there is no such address. */
    @GET
    @Operation(hidden = true)
    public String raise() {
        if (!present) {
            throw new NotFoundException();
        }
        throw new IllegalStateException("Raised on purpose, to see where it arrives");
    }
}
