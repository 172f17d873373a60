package pro.reelsai.gateway.script;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.model.Script;

/** A row of {@code scripts}. */
@Entity
@Table(name = "scripts")
public class ScriptEntity extends PanacheEntityBase {
    @Id
    public UUID id;

    public UUID projectId;
    public String title;
    public String content;
    public boolean isCustom;
    public Instant createdAt;
    public Instant updatedAt;

    /** A new script. */
    public static ScriptEntity of(UUID id, UUID project, String title, String content, boolean custom, Instant now) {
        ScriptEntity script = new ScriptEntity();
        script.id = id;
        script.projectId = project;
        script.title = title;
        script.content = content;
        script.isCustom = custom;
        script.createdAt = now;
        script.updatedAt = now;
        return script;
    }

    /** The scripts of these ids. */
    public static Uni<List<ScriptEntity>> byIds(List<UUID> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(List.of()) : list("id in ?1", ids);
    }

    static Uni<List<ScriptEntity>> allOf(UUID project) {
        return list("projectId = ?1 order by createdAt desc, id desc", project);
    }

    static Uni<ScriptEntity> ofProject(UUID project, UUID id) {
        return ScriptEntity.<ScriptEntity>find("id = ?1 and projectId = ?2", id, project)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> ApiProblem.notFound("script"));
    }

    static Uni<@Nullable ScriptEntity> customOf(UUID project, String content) {
        return ScriptEntity.<ScriptEntity>find("projectId = ?1 and isCustom and content = ?2", project, content)
                .firstResult();
    }

    /** The script as the stages know it. */
    public Script toModel() {
        return new Script(id, title, content);
    }
}
