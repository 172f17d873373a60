package pro.reelsai.gateway.asset;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.platform.storage.Removals;
import pro.reelsai.gateway.project.ProjectEntity;
import pro.reelsai.gateway.run.ActiveRuns;
import pro.reelsai.model.ObjectKey;

/** A project's pictures and clips, once they are there. */
@ApplicationScoped
public class Assets {
    private final Removals removals;
    private final ActiveRuns runs;

    public Assets(Removals removals, ActiveRuns runs) {
        this.removals = removals;
        this.runs = runs;
    }

    /** The assets of a project in their order. */
    @WithSession
    public Uni<List<AssetEntity>> of(UUID user, UUID projectId) {
        return ProjectEntity.owned(user, projectId).chain(project -> AssetEntity.ofProject(project.id));
    }

    /** Removes an asset and its file; not while an ad is made of it. */
    @WithTransaction
    public Uni<Void> remove(UUID user, UUID projectId, UUID id) {
        return changeable(user, projectId).chain(project -> AssetEntity.ofProject(project.id, id)
                .call(asset -> removals.now(List.of(new ObjectKey(asset.objectKey))))
                .call(asset -> asset.delete())
                .invoke(project::touch)
                .replaceWithVoid());
    }

    /**
     * Puts the assets into another order.
     *
     * @param ids every asset of the project, each once
     */
    @WithTransaction
    public Uni<List<AssetEntity>> reorder(UUID user, UUID projectId, List<UUID> ids) {
        return changeable(user, projectId).chain(project -> AssetEntity.ofProject(project.id)
                .map(assets -> inOrder(assets, ids))
                .invoke(project::touch));
    }

    private Uni<ProjectEntity> changeable(UUID user, UUID projectId) {
        return ProjectEntity.ownedForUpdate(user, projectId).call(project -> runs.requireNone(project.id));
    }

    private static List<AssetEntity> inOrder(List<AssetEntity> assets, List<UUID> ids) {
        Map<UUID, AssetEntity> byId = assets.stream().collect(Collectors.toMap(asset -> asset.id, Function.identity()));
        requireExactly(byId.keySet(), ids);
        List<AssetEntity> ordered = ids.stream().map(byId::get).toList();
        for (int i = 0; i < ordered.size(); i++) {
            ordered.get(i).position = i;
        }
        return ordered;
    }

    private static void requireExactly(Set<UUID> present, List<UUID> ids) {
        Set<UUID> given = new LinkedHashSet<>(ids);
        List<String> complaints = new ArrayList<>();
        complain(complaints, "is without ", present, given);
        complain(complaints, "names what is no asset of this project: ", given, present);
        if (given.size() < ids.size()) {
            complaints.add("names an asset twice");
        }
        if (!complaints.isEmpty()) {
            throw ApiProblem.invalid("asset_ids", String.join("; ", complaints));
        }
    }

    private static void complain(List<String> complaints, String what, Set<UUID> these, Set<UUID> those) {
        String difference = these.stream()
                .filter(id -> !those.contains(id))
                .sorted()
                .map(UUID::toString)
                .collect(Collectors.joining(", "));
        if (!difference.isEmpty()) {
            complaints.add(what + difference);
        }
    }
}
