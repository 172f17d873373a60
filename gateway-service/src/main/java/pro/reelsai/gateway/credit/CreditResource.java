package pro.reelsai.gateway.credit;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import pro.reelsai.gateway.platform.auth.CurrentUser;
import pro.reelsai.gateway.platform.paging.Limit;
import pro.reelsai.gateway.platform.paging.NumberKey;

/** The routes of credits. */
@Path("/api/users")
@RolesAllowed(CurrentUser.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users and credits")
public class CreditResource {
    private final Credits credits;
    private final CreditHistory history;
    private final CurrentUser user;

    public CreditResource(Credits credits, CreditHistory history, CurrentUser user) {
        this.credits = credits;
        this.history = history;
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

    /** What happened to my credits, newest first. */
    @GET
    @Path("/credit-history")
    @Operation(summary = "What happened to my credits, newest first")
    @APIResponse(
            responseCode = "200",
            description = "The entries; Link leads to older ones",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = CreditEntryView.class)))
    public Uni<RestResponse<List<CreditEntryView>>> history(
            @RestQuery @DefaultValue(Limit.DEFAULT) Limit limit,
            @RestQuery @DefaultValue(NumberKey.NEWEST) NumberKey cursor,
            @Context UriInfo uri) {
        return history.of(user.id(), cursor.value(), limit.value()).map(page -> page.answer(uri, "cursor"));
    }

    /**
     * The answer.
     *
     * @param credits how many are left
     */
    public record Balance(int credits) {}
}
