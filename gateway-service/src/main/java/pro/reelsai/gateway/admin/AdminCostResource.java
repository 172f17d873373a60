package pro.reelsai.gateway.admin;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import pro.reelsai.gateway.platform.auth.CurrentUser;

/** The operators' route to what providers have charged. */
@Path("/api/admin/costs")
@RolesAllowed(CurrentUser.OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operators")
public class AdminCostResource {
    private final AdminCosts costs;

    public AdminCostResource(AdminCosts costs) {
        this.costs = costs;
    }

    /** What the providers have charged by day, the newest day first. */
    @GET
    @Operation(summary = "What the providers have charged by day, the newest day first")
    public Uni<List<DailyCost>> byDay(@RestQuery @DefaultValue("30") @Min(1) @Max(366) int days) {
        return costs.ofLast(days);
    }
}
