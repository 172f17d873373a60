package pro.reelsai.gateway.project;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import pro.reelsai.gateway.asset.AssetEntity;
import pro.reelsai.gateway.script.ScriptEntity;

/** Reads projects with what belongs to them, in three statements however many they are. */
@ApplicationScoped
public class ProjectRows {
    /** One project of a user. */
    @WithSession
    public Uni<Found> one(UUID user, UUID id) {
        return ProjectEntity.owned(user, id).chain(project -> complete(List.of(project)));
    }

    /** All projects of a user. */
    @WithSession
    public Uni<Found> all(UUID user) {
        return ProjectEntity.allOf(user).chain(ProjectRows::complete);
    }

    private static Uni<Found> complete(List<ProjectEntity> projects) {
        List<UUID> ids = projects.stream().map(project -> project.id).toList();
        List<UUID> scripts = projects.stream()
                .map(project -> project.finalScriptId)
                .filter(Objects::nonNull)
                .toList();
        return AssetEntity.ofProjects(ids).chain(assets -> ScriptEntity.byIds(scripts)
                .map(found -> new Found(
                        projects,
                        assets.stream().collect(Collectors.groupingBy(asset -> asset.projectId)),
                        found.stream().collect(Collectors.toMap(script -> script.id, script -> script.content)))));
    }

    /**
     * What was read.
     *
     * @param projects the projects in their order
     * @param assets their assets by project, in their order
     * @param scripts the words of their final scripts by the script's id
     */
    record Found(List<ProjectEntity> projects, Map<UUID, List<AssetEntity>> assets, Map<UUID, String> scripts) {}
}
