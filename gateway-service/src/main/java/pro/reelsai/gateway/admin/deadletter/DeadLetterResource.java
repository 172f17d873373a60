package pro.reelsai.gateway.admin.deadletter;

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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import pro.reelsai.gateway.admin.Retried;
import pro.reelsai.gateway.platform.auth.CurrentUser;
import pro.reelsai.gateway.platform.paging.Limit;
import pro.reelsai.gateway.platform.paging.NumberKey;

/** The operators' routes to what failed for good. */
@Path("/api/admin/dead-letters")
@RolesAllowed(CurrentUser.OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operators")
public class DeadLetterResource {
    private final DeadLetterBox box;

    public DeadLetterResource(DeadLetterBox box) {
        this.box = box;
    }

    /** What no consumer could process, newest first. */
    @GET
    @Operation(summary = "What no consumer could process, newest first")
    @APIResponse(
            responseCode = "200",
            description = "The dead letters; Link leads to older ones",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = DeadLetterView.class)))
    public Uni<RestResponse<List<DeadLetterView>>> all(
            @RestQuery @DefaultValue(Limit.DEFAULT) Limit limit,
            @RestQuery @DefaultValue(NumberKey.NEWEST) NumberKey cursor,
            @Context UriInfo uri) {
        return box.newest(cursor.value(), limit.value()).map(page -> page.answer(uri, "cursor"));
    }

    /** Try again what a dead letter had asked for. */
    @POST
    @Path("/{dead_letter_id}/retry")
    @Operation(summary = "Try again what a dead letter had asked for")
    public Uni<Retried> retry(@RestPath("dead_letter_id") NumberKey id) {
        return box.retry(id.value()).map(run -> new Retried(run.id, run.attempt));
    }
}
