package pro.reelsai.gateway.admin;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import pro.reelsai.gateway.admin.history.RunHistory;
import pro.reelsai.gateway.admin.history.RunHistoryView;
import pro.reelsai.gateway.platform.auth.CurrentUser;
import pro.reelsai.gateway.run.RunResuming;

/** The operators' routes to runs. */
@Path("/api/admin/runs")
@RolesAllowed(CurrentUser.OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operators")
public class AdminRunResource {
    private final AdminRuns runs;
    private final RunResuming resuming;
    private final RunHistory history;

    public AdminRunResource(AdminRuns runs, RunResuming resuming, RunHistory history) {
        this.runs = runs;
        this.resuming = resuming;
        this.history = history;
    }

    /** Runs with their stages, newest first. */
    @GET
    @Operation(summary = "Runs with their stages, newest first")
    @APIResponse(
            responseCode = "200",
            description = "The runs; Link leads to older ones",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = AdminRunView.class)))
    public Uni<RestResponse<List<AdminRunView>>> all(@BeanParam RunFilter filter, @Context UriInfo uri) {
        return runs.list(filter).map(page -> page.answer(uri, "before"));
    }

    /** One run with the files that it has made. */
    @GET
    @Path("/{run_id}")
    @Operation(summary = "One run with the files that it has made")
    public Uni<AdminRunDetail> one(@RestPath("run_id") UUID run) {
        return runs.one(run);
    }

    /** Let a failed run go on from where it failed; free of charge for its user. */
    @POST
    @Path("/{run_id}/resume")
    @Operation(summary = "Let a failed run go on from where it failed; free of charge for its user")
    public Uni<Retried> resume(@RestPath("run_id") UUID run) {
        return resuming.byOperator(run).map(resumed -> new Retried(resumed.id, resumed.attempt));
    }

    /** Everything that was said of a run, as Kafka still has it. */
    @GET
    @Path("/{run_id}/events")
    @Operation(summary = "Everything that was said of a run, as Kafka still has it")
    public Uni<RunHistoryView> events(@RestPath("run_id") UUID run) {
        return history.of(run);
    }
}
