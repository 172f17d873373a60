package pro.reelsai.gateway.project;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.idempotency.Idempotency;
import pro.reelsai.gateway.idempotency.IdempotencyKey;
import pro.reelsai.gateway.platform.auth.CurrentUser;
import pro.reelsai.gateway.platform.paging.Cursor;
import pro.reelsai.gateway.platform.paging.Limit;
import pro.reelsai.gateway.platform.paging.PageRequest;
import pro.reelsai.gateway.project.ProjectAnswers.CastingDone;
import pro.reelsai.gateway.project.ProjectAnswers.CastingRequest;
import pro.reelsai.gateway.project.ProjectAnswers.ConfigurationAdded;
import pro.reelsai.gateway.project.ProjectAnswers.LayoutRequest;
import pro.reelsai.gateway.project.ProjectAnswers.LayoutSelected;
import pro.reelsai.gateway.project.ProjectAnswers.ProjectCreated;
import pro.reelsai.gateway.project.ProjectAnswers.ProjectRequest;

/** The routes of projects and of what is chosen for their ads. */
@Path("/api/projects")
@RolesAllowed(CurrentUser.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Projects")
public class ProjectResource {
    private final Projects projects;
    private final ProjectViews views;
    private final Idempotency idempotency;
    private final CurrentUser user;

    public ProjectResource(Projects projects, ProjectViews views, Idempotency idempotency, CurrentUser user) {
        this.projects = projects;
        this.views = views;
        this.idempotency = idempotency;
        this.user = user;
    }

    /** Create a project for a product. */
    @POST
    @Path("/create-project")
    @Operation(summary = "Create a project for a product")
    public Uni<RestResponse<ProjectCreated>> create(
            @RestHeader(IdempotencyKey.HEADER) @Nullable IdempotencyKey key, @Valid @NotNull ProjectRequest body) {
        UUID owner = user.id();
        return idempotency.once(key, owner, body, ProjectCreated.class, () -> projects.create(owner, body.productId())
                .map(project -> new ProjectCreated(project.id)));
    }

    /** All projects, newest first; with {@code limit}, in pages. */
    @GET
    @Operation(summary = "All projects, newest first")
    @APIResponse(
            responseCode = "200",
            description = "All, or with a limit a page of them; then Link leads to the next page",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ProjectView.class)))
    public Uni<RestResponse<List<ProjectView>>> all(
            @RestQuery @Nullable Limit limit, @RestQuery @Nullable Cursor cursor, @Context UriInfo uri) {
        return views.all(user.id(), PageRequest.of(limit, cursor)).map(page -> page.answer(uri, "cursor"));
    }

    /** One project. */
    @GET
    @Path("/{project_id}")
    @Operation(summary = "One project")
    public Uni<ProjectView> get(@RestPath("project_id") UUID id) {
        return views.get(user.id(), id);
    }

    /** Say what the ad should be. */
    @POST
    @Path("/{project_id}/video-configuration")
    @Operation(summary = "Say what the ad should be")
    public Uni<ConfigurationAdded> configure(
            @RestPath("project_id") UUID id, @Valid @NotNull ConfigurationRequest body) {
        return projects.configure(user.id(), id, body)
                .replaceWith(new ConfigurationAdded(true, "The video configuration was saved"));
    }

    /** Choose who is seen and heard. */
    @POST
    @Path("/{project_id}/select-actor-voice")
    @Operation(summary = "Choose who is seen and heard")
    public Uni<CastingDone> cast(@RestPath("project_id") UUID id, @Valid @NotNull CastingRequest body) {
        return projects.cast(user.id(), id, body.actorId(), body.voiceId())
                .replaceWith(new CastingDone(true, "Actor and voice were selected"));
    }

    /** Choose how actor and assets share the picture. */
    @POST
    @Path("/{project_id}/select-layout")
    @Operation(summary = "Choose how actor and assets share the picture")
    public Uni<LayoutSelected> layOut(@RestPath("project_id") UUID id, @Valid @NotNull LayoutRequest body) {
        return projects.layOut(user.id(), id, body.layoutId())
                .replaceWith(new LayoutSelected(true, "The layout was selected"));
    }
}
