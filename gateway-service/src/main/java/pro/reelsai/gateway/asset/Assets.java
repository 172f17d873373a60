package pro.reelsai.gateway.asset;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.GatewayConfig;
import pro.reelsai.gateway.platform.Now;
import pro.reelsai.gateway.platform.SameContext;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.project.ProjectEntity;
import pro.reelsai.gateway.run.ActiveRuns;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.ObjectKeys;
import pro.reelsai.model.StoredObject;
import pro.reelsai.runtime.storage.ObjectStorage;

/** A project's pictures and clips. */
@ApplicationScoped
public class Assets {
    private final MediaGate gate;
    private final ObjectStorage storage;
    private final ActiveRuns runs;
    private final GatewayConfig.Assets limits;
    private final Vertx vertx;

    public Assets(MediaGate gate, ObjectStorage storage, ActiveRuns runs, GatewayConfig config, Vertx vertx) {
        this.gate = gate;
        this.storage = storage;
        this.runs = runs;
        this.limits = config.assets();
        this.vertx = vertx;
    }

    /** The assets of a project in their order. */
    @WithSession
    public Uni<List<AssetEntity>> of(UUID user, UUID projectId) {
        return ProjectEntity.owned(user, projectId).chain(project -> AssetEntity.ofProject(project.id));
    }

    /**
     * Takes a file into a project: checks it, puts it into the bucket, then writes its row. No connection is held while
     * the file is decoded and uploaded, so what was true before is asked again in the end.
     */
    public Uni<AssetEntity> add(UUID user, UUID projectId, Path file, @Nullable String description) {
        UUID id = UUID.randomUUID();
        return Panache.withSession(() -> ProjectEntity.owned(user, projectId).call(this::requireRoom))
                .chain(project -> vertx.executeBlocking(() -> gate.accept(file), false))
                .chain(media -> store(projectId, id, file, media)
                        .chain(stored -> insert(user, projectId, id, media, stored, description)));
    }

    private Uni<Void> requireRoom(ProjectEntity project) {
        return runs.requireNone(project.id)
                .chain(() -> AssetEntity.countOf(project.id))
                .invoke(count -> {
                    if (count >= limits.perProject()) {
                        throw ApiProblem.conflict("A project can have at most " + limits.perProject() + " assets");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<StoredObject> store(UUID project, UUID id, Path file, AcceptedMedia media) {
        ObjectKey key = ObjectKeys.asset(project, id, media.kind().extension());
        return SameContext.afterwards(storage.upload(key, file, media.kind().contentType()));
    }

    private Uni<AssetEntity> insert(
            UUID user,
            UUID projectId,
            UUID id,
            AcceptedMedia media,
            StoredObject stored,
            @Nullable String description) {
        return Panache.withTransaction(() -> ProjectEntity.ownedForUpdate(user, projectId)
                        .call(this::requireRoom)
                        .invoke(ProjectEntity::touch)
                        .chain(project -> AssetEntity.nextPosition(project.id))
                        .chain(position -> row(projectId, id, media, stored, description, position)
                                .<AssetEntity>persist()))
                .onFailure()
                .call(() -> storage.delete(List.of(stored.key())));
    }

    private static AssetEntity row(
            UUID project,
            UUID id,
            AcceptedMedia media,
            StoredObject stored,
            @Nullable String description,
            int position) {
        AssetEntity asset = new AssetEntity();
        asset.id = id;
        asset.projectId = project;
        asset.type = media.kind().type();
        asset.objectKey = stored.key().value();
        asset.sha256 = stored.sha256();
        asset.bytes = stored.bytes();
        asset.contentType = stored.contentType();
        asset.width = media.width();
        asset.height = media.height();
        asset.durationSeconds = media.durationSeconds();
        asset.description = description;
        asset.position = position;
        asset.createdAt = Now.instant();
        return asset;
    }
}
