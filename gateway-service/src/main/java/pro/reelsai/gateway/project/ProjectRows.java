package pro.reelsai.gateway.project;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.asset.AssetEntity;
import pro.reelsai.gateway.asset.AssetViews;
import pro.reelsai.gateway.platform.paging.Page;
import pro.reelsai.gateway.platform.paging.PageRequest;
import pro.reelsai.gateway.platform.storage.ObjectVersion;
import pro.reelsai.gateway.script.ScriptEntity;

/** Reads projects with what belongs to them, in three statements however many they are. */
@ApplicationScoped
public class ProjectRows {
    /** One project of a user. */
    @WithSession
    public Uni<Row> one(UUID user, UUID id) {
        return ProjectEntity.owned(user, id)
                .chain(project -> complete(List.of(project)))
                .map(List::getFirst);
    }

    /** A part of a user's projects, newest first. */
    @WithSession
    public Uni<Page<Row>> all(UUID user, PageRequest request) {
        return ProjectEntity.of(user, request)
                .map(rows -> Page.of(rows, request.limit(), ProjectEntity::cursor))
                .chain(page -> complete(page.items()).map(page::with));
    }

    private static Uni<List<Row>> complete(List<ProjectEntity> projects) {
        List<UUID> ids = projects.stream().map(project -> project.id).toList();
        List<UUID> scripts = projects.stream()
                .map(project -> project.finalScriptId)
                .filter(Objects::nonNull)
                .toList();
        return AssetEntity.ofProjects(ids).chain(assets -> ScriptEntity.byIds(scripts)
                .map(found -> join(projects, byProject(assets), contents(found))));
    }

    private static Map<UUID, List<AssetEntity>> byProject(List<AssetEntity> assets) {
        return assets.stream().collect(Collectors.groupingBy(asset -> asset.projectId));
    }

    private static Map<UUID, String> contents(List<ScriptEntity> scripts) {
        return scripts.stream().collect(Collectors.toMap(script -> script.id, script -> script.content));
    }

    private static List<Row> join(
            List<ProjectEntity> projects, Map<UUID, List<AssetEntity>> assets, Map<UUID, String> scripts) {
        return projects.stream()
                .map(project -> new Row(
                        project,
                        assets.getOrDefault(project.id, List.of()),
                        project.finalScriptId == null ? null : scripts.get(project.finalScriptId)))
                .toList();
    }

    /**
     * A project with what belongs to it.
     *
     * @param project the project
     * @param assets its assets in their order
     * @param script the words of its final script; null where none is final
     */
    record Row(
            ProjectEntity project,
            List<AssetEntity> assets,
            @Nullable String script) {
        /** All its files that are shown. */
        Stream<ObjectVersion> files() {
            Stream<ObjectVersion> video =
                    Stream.ofNullable(project.finalVideoKey).map(key -> new ObjectVersion(key, project.updatedAt));
            return Stream.concat(video, assets.stream().map(AssetViews::file));
        }
    }
}
