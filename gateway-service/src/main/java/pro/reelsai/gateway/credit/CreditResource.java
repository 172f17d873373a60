package pro.reelsai.gateway.credit;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import pro.reelsai.gateway.platform.auth.CurrentUser;

/** The routes of credits. */
@Path("/api/users")
@RolesAllowed(CurrentUser.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users and credits")
public class CreditResource {
    private final Credits credits;
    private final CurrentUser user;

    public CreditResource(Credits credits, CurrentUser user) {
        this.credits = credits;
        this.user = user;
    }

    /** How many credits have I left? */
    @GET
    @Path("/get_credits")
    @Operation(summary = "How many credits have I left?")
    public Uni<Balance> get() {
        return credits.of(user.id()).map(Balance::new);
    }

    /** Take one credit, if there is one. */
    @POST
    @Path("/reduce_credits")
    @Operation(summary = "Take one credit, if there is one")
    public Uni<Credits.Reduction> reduce() {
        return credits.reduce(user.id());
    }

    /**
     * The answer.
     *
     * @param credits how many are left
     */
    public record Balance(int credits) {}
}
