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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import pro.reelsai.gateway.platform.auth.CurrentUser;
import pro.reelsai.gateway.user.Profiles;

/** The routes that start ads and list runs. */
@Path("/api/projects/{project_id}")
@RolesAllowed(CurrentUser.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projects")
public class RunResource {
    private final Runs runs;
    private final Profiles profiles;
    private final CurrentUser user;

    public RunResource(Runs runs, Profiles profiles, CurrentUser user) {
        this.runs = runs;
        this.profiles = profiles;
        this.user = user;
    }

    /** Start to make the ad; takes one credit. */
    @POST
    @Path("/generate-final-video")
    @Operation(summary = "Start to make the ad; takes one credit")
    public Uni<GenerationStarted> generate(@RestPath("project_id") UUID project) {
        UUID id = user.id();
        return profiles.keepEmail(id, user.email())
                .chain(() -> runs.startAd(id, project))
                .map(run -> new GenerationStarted(true, "Your ad is being made", run.id));
    }

    /** The project's runs, newest first. */
    @GET
    @Path("/runs")
    @Operation(summary = "The project's runs, newest first")
    public Uni<List<RunView>> all(@RestPath("project_id") UUID project) {
        return runs.of(user.id(), project)
                .map(found -> found.stream().map(RunView::of).toList());
    }

    /**
     * An ad is being made.
     *
     * @param generationStarted true
     * @param message the same in words
     * @param runId the run that makes it
     */
    public record GenerationStarted(boolean generationStarted, String message, UUID runId) {}
}
