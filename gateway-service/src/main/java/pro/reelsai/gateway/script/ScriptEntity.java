package pro.reelsai.gateway.script;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.Rows;
import pro.reelsai.gateway.platform.json.BeatsColumn;
import pro.reelsai.gateway.platform.json.HooksColumn;
import pro.reelsai.gateway.platform.json.Jsonb;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.model.Script;
import pro.reelsai.model.ScriptBeat;

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

    @Convert(converter = BeatsColumn.class)
    @ColumnTransformer(read = "cast(beats as text)", write = Jsonb.WRITE)
    public List<ScriptBeat> beats = List.of();

    @Convert(converter = HooksColumn.class)
    @ColumnTransformer(read = "cast(hooks as text)", write = Jsonb.WRITE)
    public List<String> hooks = List.of();

    public Instant createdAt;
    public Instant updatedAt;

    /** A script that a stage has written. */
    public static ScriptEntity written(UUID project, Script written, Instant now) {
        ScriptEntity script = of(written.id(), project, written.title(), written.content(), false, now);
        script.beats = written.beats();
        script.hooks = written.hooks();
        return script;
    }

    /** A user's own words. */
    static ScriptEntity custom(UUID project, String content, Instant now) {
        return of(UUID.randomUUID(), project, "Your own script", content, true, now);
    }

    private static ScriptEntity of(UUID id, UUID project, String title, String content, boolean custom, Instant now) {
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

    /** The script that a run has written, and those that it has written with it, in the order in which they were written. */
    static Uni<List<ScriptEntity>> ofRun(UUID run, int atMost) {
        List<UUID> ids = Stream.concat(
                        Stream.of(run), IntStream.range(1, atMost).mapToObj(number -> Script.variantId(run, number)))
                .toList();
        return list("id in ?1 order by createdAt desc", ids);
    }

    static Uni<List<ScriptEntity>> allOf(UUID project) {
        return list("projectId = ?1 order by createdAt desc, id desc", project);
    }

    static Uni<ScriptEntity> ofProject(UUID project, UUID id) {
        return Rows.only(ScriptEntity.<ScriptEntity>find("id = ?1 and projectId = ?2", id, project))
                .onItem()
                .ifNull()
                .failWith(() -> ApiProblem.notFound("script"));
    }

    static Uni<@Nullable ScriptEntity> customOf(UUID project, String content) {
        return ScriptEntity.<ScriptEntity>find("projectId = ?1 and isCustom and content = ?2", project, content)
                .firstResult();
    }

    /** Changes the words; pictures that were planned for others do not fit them. */
    void say(String words) {
        if (!words.equals(content)) {
            content = words;
            beats = List.of();
        }
    }

    /** The script as the stages know it. */
    public Script toModel() {
        return new Script(id, title, content, beats, hooks);
    }
}
