package pro.reelsai.gateway.project;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import pro.reelsai.gateway.platform.auth.CurrentUser;

/** The route of what a video configuration may hold. */
@Path("/api/video-options")
@RolesAllowed(CurrentUser.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Actors, voices, layouts")
public class OptionsResource {
    private final Configurations configurations;

    public OptionsResource(Configurations configurations) {
        this.configurations = configurations;
    }

    /** The values that a video configuration may have. */
    @GET
    @Operation(summary = "The values that a video configuration may have")
    public VideoOptions all() {
        return configurations.options();
    }
}
