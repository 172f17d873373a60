package pro.reelsai.gateway.user;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import pro.reelsai.gateway.platform.auth.CurrentUser;

/** The route that says whether somebody is a beta user. */
@Path("/api/check-beta")
@RolesAllowed(CurrentUser.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users and credits")
public class BetaResource {
    private final Profiles profiles;
    private final CurrentUser user;

    public BetaResource(Profiles profiles, CurrentUser user) {
        this.profiles = profiles;
        this.user = user;
    }

    /** Am I a beta user? */
    @POST
    @Operation(summary = "Am I a beta user?")
    public Uni<Beta> check() {
        return profiles.of(user.id()).map(profile -> new Beta(profile.isBetaUser));
    }

    /**
     * The answer.
     *
     * @param isBetaUser whether the caller is one
     */
    public record Beta(boolean isBetaUser) {}
}
