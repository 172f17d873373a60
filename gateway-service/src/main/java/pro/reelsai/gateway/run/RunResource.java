package pro.reelsai.gateway.run;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.idempotency.Idempotency;
import pro.reelsai.gateway.idempotency.IdempotencyKey;
import pro.reelsai.gateway.platform.auth.CurrentUser;
import pro.reelsai.gateway.user.Profiles;

/** The routes that start, cancel, resume and list runs. */
@Path("/api/projects/{project_id}")
@RolesAllowed(CurrentUser.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projects")
public class RunResource {
    private final Runs runs;
    private final RunCancelling cancelling;
    private final RunResuming resuming;
    private final Idempotency idempotency;
    private final Profiles profiles;
    private final CurrentUser user;

    public RunResource(
            Runs runs,
            RunCancelling cancelling,
            RunResuming resuming,
            Idempotency idempotency,
            Profiles profiles,
            CurrentUser user) {
        this.runs = runs;
        this.cancelling = cancelling;
        this.resuming = resuming;
        this.idempotency = idempotency;
        this.profiles = profiles;
        this.user = user;
    }

    /** Start to make the ad; takes one credit. */
    @POST
    @Path("/generate-final-video")
    @Operation(summary = "Start to make the ad; takes one credit")
    public Uni<RestResponse<GenerationStarted>> generate(
            @RestPath("project_id") UUID project, @RestHeader(IdempotencyKey.HEADER) @Nullable IdempotencyKey key) {
        UUID owner = user.id();
        return profiles.keepEmail(owner, user.email())
                .chain(() ->
                        idempotency.once(key, owner, null, GenerationStarted.class, () -> runs.startAd(owner, project)
                                .map(run -> new GenerationStarted(true, "Your ad is being made", run.id))));
    }

    /** Stop to make the ad; the credit comes back. */
    @POST
    @Path("/cancel")
    @Operation(summary = "Stop to make the ad; the credit comes back")
    public Uni<Cancelled> cancel(@RestPath("project_id") UUID project) {
        return cancelling
                .cancel(user.id(), project)
                .map(run -> new Cancelled(true, "Your ad was cancelled and your credit is back", run.id));
    }

    /** Go on with the newest ad from where it failed; takes one credit. */
    @POST
    @Path("/resume")
    @Operation(summary = "Go on with the newest ad from where it failed; takes one credit")
    public Uni<Resumed> resume(@RestPath("project_id") UUID project) {
        UUID owner = user.id();
        return profiles.keepEmail(owner, user.email())
                .chain(() -> resuming.byUser(owner, project))
                .map(run -> new Resumed(run.id, run.attempt));
    }

    /** The project's runs, newest first. */
    @GET
    @Path("/runs")
    @Operation(summary = "The project's runs, newest first")
    public Uni<List<RunView>> all(@RestPath("project_id") UUID project) {
        return runs.of(user.id(), project);
    }

    /**
     * An ad is not made any more.
     *
     * @param cancelled true
     * @param message the same in words
     * @param runId the run that made it
     */
    @Schema(name = "Cancelled")
    public record Cancelled(boolean cancelled, String message, UUID runId) {}

    /**
     * A failed ad is being made again.
     *
     * @param runId the run, which stays the same
     * @param attempt which attempt of it this is
     */
    @Schema(name = "Resumed")
    public record Resumed(UUID runId, int attempt) {}

    /**
     * An ad is being made.
     *
     * @param generationStarted true
     * @param message the same in words
     * @param runId the run that makes it
     */
    public record GenerationStarted(boolean generationStarted, String message, UUID runId) {}
}
