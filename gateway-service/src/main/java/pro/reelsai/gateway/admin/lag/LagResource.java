package pro.reelsai.gateway.admin.lag;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import pro.reelsai.gateway.platform.auth.CurrentUser;

/** The operators' route to what waits in the topics. */
@Path("/api/admin/lag")
@RolesAllowed(CurrentUser.OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operators")
public class LagResource {
    private final TopicLags lags;

    public LagResource(TopicLags lags) {
        this.lags = lags;
    }

    /** How many records wait in each topic, and for whom. */
    @GET
    @Operation(summary = "How many records wait in each topic, and for whom")
    public Uni<List<TopicLag>> all() {
        return lags.now();
    }
}
