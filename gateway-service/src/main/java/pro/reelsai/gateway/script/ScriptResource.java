package pro.reelsai.gateway.script;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import pro.reelsai.gateway.platform.auth.CurrentUser;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.script.ScriptBodies.FinalScriptSet;
import pro.reelsai.gateway.script.ScriptBodies.ScriptChoice;
import pro.reelsai.gateway.script.ScriptBodies.ScriptGenerated;
import pro.reelsai.gateway.script.ScriptBodies.ScriptPending;
import pro.reelsai.gateway.script.ScriptBodies.ScriptUpdate;
import pro.reelsai.gateway.script.ScriptBodies.ScriptUpdated;

/** The routes of scripts. */
@Path("/api/projects/{project_id}")
@RolesAllowed(CurrentUser.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scripts")
public class ScriptResource {
    private final Scripts scripts;
    private final ScriptWriting writing;
    private final CurrentUser user;

    public ScriptResource(Scripts scripts, ScriptWriting writing, CurrentUser user) {
        this.scripts = scripts;
        this.writing = writing;
        this.user = user;
    }

    /**
     * Have a script written.
     *
     * @param hooks how many openings it has to have, one of which is spoken
     * @param variants how many whole scripts to write, of which you choose one
     */
    @POST
    @Path("/generate-script")
    @Operation(summary = "Have a script written")
    @APIResponse(
            responseCode = "200",
            description = "The script",
            content = @Content(schema = @Schema(implementation = ScriptGenerated.class)))
    @APIResponse(
            responseCode = "202",
            description = "It is still being written and will show in the list",
            content = @Content(schema = @Schema(implementation = ScriptPending.class)))
    public Uni<RestResponse<Object>> generate(
            @RestPath("project_id") UUID project,
            @RestQuery @DefaultValue("1") @Min(1) @Max(5) int hooks,
            @RestQuery @DefaultValue("1") @Min(1) @Max(5) int variants) {
        return writing.write(user.id(), project, hooks, variants).map(written -> answer(written, variants > 1));
    }

    private static RestResponse<Object> answer(ScriptWriting.Written written, boolean several) {
        List<ScriptView> scripts =
                written.scripts().stream().map(ScriptView::of).toList();
        return scripts.isEmpty()
                ? RestResponse.status(
                        RestResponse.Status.ACCEPTED,
                        new ScriptPending(false, written.id(), "The script is being written; look again in a moment"))
                : RestResponse.ok(new ScriptGenerated(
                        true,
                        "The script was written",
                        scripts.getFirst(),
                        several ? scripts.subList(1, scripts.size()) : null));
    }

    /** All scripts, newest first, then the final script's words. */
    @GET
    @Path("/scripts")
    @Operation(summary = "All scripts, newest first, then the final script's words")
    public Uni<List<Object>> all(@RestPath("project_id") UUID project) {
        return scripts.all(user.id(), project)
                .map(listing ->
                        List.of(listing.scripts().stream().map(ScriptView::of).toList(), listing.finalContent()));
    }

    /** Change the words of a script. */
    @PUT
    @Path("/scripts/update")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change the words of a script")
    public Uni<ScriptUpdated> update(@RestPath("project_id") UUID project, @Valid @NotNull ScriptUpdate body) {
        return scripts.edit(user.id(), project, body.scriptId(), body.content())
                .replaceWith(new ScriptUpdated(true, "The script was saved"));
    }

    /** Make a script, or the user's own words, the final one. */
    @PUT
    @Path("/scripts/finalize")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a script, or the user's own words, the final one")
    public Uni<FinalScriptSet> choose(@RestPath("project_id") UUID project, @Valid @NotNull ScriptChoice body) {
        return setFinal(project, body).replaceWith(new FinalScriptSet(true, "The final script was set"));
    }

    private Uni<ScriptEntity> setFinal(UUID project, ScriptChoice body) {
        if (Boolean.TRUE.equals(body.isCustom())) {
            return scripts.finalizeCustom(user.id(), project, body.content());
        }
        UUID script = body.scriptId();
        return script == null
                ? Uni.createFrom().failure(ApiProblem.invalid("script_id", "must be given, or is_custom and content"))
                : scripts.finalizeExisting(user.id(), project, script, body.hook());
    }
}
