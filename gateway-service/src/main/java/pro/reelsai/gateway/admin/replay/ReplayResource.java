package pro.reelsai.gateway.admin.replay;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.idempotency.Idempotency;
import pro.reelsai.gateway.idempotency.IdempotencyKey;
import pro.reelsai.gateway.platform.auth.CurrentUser;
import pro.reelsai.gateway.run.ReplayPlanner;
import pro.reelsai.gateway.run.RunReplaying;

/** The operators' route that repeats past runs. */
@Path("/api/admin/runs/{run_id}/replay")
@RolesAllowed(CurrentUser.OPERATOR)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operators")
public class ReplayResource {
    private final ReplayPlanner planner;
    private final RunReplaying replaying;
    private final Idempotency idempotency;
    private final CurrentUser operator;

    public ReplayResource(
            ReplayPlanner planner, RunReplaying replaying, Idempotency idempotency, CurrentUser operator) {
        this.planner = planner;
        this.replaying = replaying;
        this.idempotency = idempotency;
        this.operator = operator;
    }

    /** Run a past stage again, and what follows from it. */
    @POST
    @Operation(summary = "Run a past stage again, and what follows from it")
    public Uni<RestResponse<ReplayView>> replay(
            @RestPath("run_id") UUID run,
            @RestHeader(IdempotencyKey.HEADER) @Nullable IdempotencyKey key,
            @Valid @NotNull ReplayRequest body) {
        String who = operator.name();
        return planner.plan(run, body.order())
                .chain(plan -> body.isDry()
                        ? Uni.createFrom().item(RestResponse.ok(ReplayView.of(plan, null)))
                        : idempotency.once(key, run, body, ReplayView.class, () -> replaying
                                .start(plan, who)
                                .map(begun -> ReplayView.of(plan, begun.id))));
    }
}
