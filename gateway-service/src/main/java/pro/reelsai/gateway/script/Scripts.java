package pro.reelsai.gateway.script;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.Now;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.project.ProjectEntity;
import pro.reelsai.gateway.run.ActiveRuns;
import pro.reelsai.model.Script;

/** A project's scripts. */
@ApplicationScoped
public class Scripts {
    private final ScriptText text;
    private final ActiveRuns runs;

    public Scripts(ScriptText text, ActiveRuns runs) {
        this.text = text;
        this.runs = runs;
    }

    /** The scripts of a project, newest first, and which of them is final. */
    @WithSession
    public Uni<Listing> all(UUID user, UUID projectId) {
        return ProjectEntity.owned(user, projectId)
                .chain(project -> ScriptEntity.allOf(project.id).map(all -> new Listing(all, project.finalScriptId)));
    }

    /** Changes the words of a script. */
    @WithTransaction
    public Uni<ScriptEntity> edit(UUID user, UUID projectId, UUID scriptId, @Nullable String content) {
        return ProjectEntity.owned(user, projectId)
                .chain(project -> ScriptEntity.ofProject(project.id, scriptId))
                .invoke(script -> {
                    script.say(text.accept(content));
                    script.updatedAt = Now.instant();
                });
    }

    /**
     * Makes one of the project's scripts the final one.
     *
     * @param hook which of its further openings it begins with, from 1, which makes a script of its own; null for its own
     */
    @WithTransaction
    public Uni<ScriptEntity> finalizeExisting(UUID user, UUID projectId, UUID scriptId, @Nullable Integer hook) {
        return changeable(user, projectId).chain(project -> ScriptEntity.ofProject(project.id, scriptId)
                .chain(script -> hook == null ? Uni.createFrom().item(script) : beginningWith(script, hook))
                .invoke(script -> makeFinal(project, script)));
    }

    /** The same opening again is the same script. */
    private static Uni<ScriptEntity> beginningWith(ScriptEntity script, int hook) {
        Script wanted = script.toModel()
                .beginningWith(hook)
                .orElseThrow(() -> ApiProblem.invalid(
                        "hook", "must be the number of one of the script's hooks, whose words nobody has changed"));
        return ScriptEntity.<ScriptEntity>findById(wanted.id())
                .onItem()
                .ifNull()
                .switchTo(() -> ScriptEntity.written(script.projectId, wanted, Now.instant())
                        .persistAndFlush());
    }

    /** Makes the user's own words the final script. */
    @WithTransaction
    public Uni<ScriptEntity> finalizeCustom(UUID user, UUID projectId, @Nullable String content) {
        return changeable(user, projectId).chain(project -> custom(project.id, text.accept(content))
                .invoke(script -> makeFinal(project, script)));
    }

    private static Uni<ScriptEntity> custom(UUID project, String content) {
        // The same words again are the same script, so that pressing the button twice does not make two.
        return ScriptEntity.customOf(project, content).onItem().ifNull().switchTo(() -> ScriptEntity.custom(
                        project, content, Now.instant())
                .persistAndFlush());
    }

    private Uni<ProjectEntity> changeable(UUID user, UUID projectId) {
        return ProjectEntity.ownedForUpdate(user, projectId).call(project -> runs.requireNone(project.id));
    }

    private static void makeFinal(ProjectEntity project, ScriptEntity script) {
        project.finalScriptId = script.id;
        project.touch();
    }

    /**
     * A project's scripts.
     *
     * @param scripts all, newest first
     * @param finalId which one is final; null where none is
     */
    public record Listing(
            List<ScriptEntity> scripts, @Nullable UUID finalId) {
        /** The words of the final script; empty where none is. */
        String finalContent() {
            return scripts.stream()
                    .filter(script -> script.id.equals(finalId))
                    .map(script -> script.content)
                    .findFirst()
                    .orElse("");
        }
    }
}
