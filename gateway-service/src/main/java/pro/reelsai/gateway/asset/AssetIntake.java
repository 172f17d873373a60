package pro.reelsai.gateway.asset;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import pro.reelsai.gateway.media.AcceptedMedia;
import pro.reelsai.gateway.media.MediaGate;
import pro.reelsai.gateway.platform.GatewayConfig;
import pro.reelsai.gateway.platform.Now;
import pro.reelsai.gateway.platform.SameContext;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.platform.storage.Removals;
import pro.reelsai.gateway.project.ProjectEntity;
import pro.reelsai.gateway.run.ActiveRuns;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.ObjectKeys;
import pro.reelsai.runtime.storage.ObjectStorage;

/**
 * Takes a file into a project: checks it, puts it into the bucket, then writes its row. No connection is held while the
 * file is decoded and uploaded, so what was true before is asked again in the end. The key is on the list of
 * {@link Removals} all the while: whatever fails, neither a file without a row nor a row without a file is left.
 */
@ApplicationScoped
public class AssetIntake {
    private static final Logger LOG = Logger.getLogger(AssetIntake.class);
    private static final Duration SOON = Duration.ofSeconds(5);

    private final MediaGate gate;
    private final ObjectStorage storage;
    private final Removals removals;
    private final ActiveRuns runs;
    private final GatewayConfig.Assets limits;
    private final Vertx vertx;

    public AssetIntake(
            MediaGate gate,
            ObjectStorage storage,
            Removals removals,
            ActiveRuns runs,
            GatewayConfig config,
            Vertx vertx) {
        this.gate = gate;
        this.storage = storage;
        this.removals = removals;
        this.runs = runs;
        this.limits = config.assets();
        this.vertx = vertx;
    }

    /** Takes a file that belongs to nothing else. */
    Uni<AssetEntity> take(Arrival arrival) {
        return take(arrival, Admission.PLAIN);
    }

    /** Takes a file, and what belongs to it into the same transaction. */
    Uni<AssetEntity> take(Arrival arrival, Admission admission) {
        return Panache.withSession(() ->
                        ProjectEntity.owned(arrival.user(), arrival.project()).call(this::requireRoom))
                .chain(() -> vertx.executeBlocking(() -> gate.accept(arrival.file()), false))
                .chain(media -> store(arrival, media, admission));
    }

    /** Fails with a problem 409 where the project takes no further asset just now. */
    Uni<Void> requireRoom(ProjectEntity project) {
        return runs.requireNone(project.id)
                .chain(() -> AssetEntity.countOf(project.id))
                .invoke(count -> {
                    if (count >= limits.perProject()) {
                        throw ApiProblem.conflict("A project can have at most " + limits.perProject() + " assets");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<AssetEntity> store(Arrival arrival, AcceptedMedia media, Admission admission) {
        UUID id = UUID.randomUUID();
        ObjectKey key = ObjectKeys.asset(arrival.project(), id, media.kind().extension());
        return Panache.withTransaction(() -> removals.announce(key))
                .chain(() -> SameContext.afterwards(
                        storage.upload(key, arrival.file(), media.kind().contentType())))
                .chain(stored -> admit(arrival, AssetEntity.of(id, arrival, media, stored), admission))
                .onFailure()
                .call(() -> discard(key))
                // Somebody else has made the asset of this upload meanwhile.
                .call(asset -> asset.id.equals(id) ? Uni.createFrom().voidItem() : discard(key));
    }

    private Uni<AssetEntity> admit(Arrival arrival, AssetEntity asset, Admission admission) {
        return Panache.withTransaction(() -> ProjectEntity.ownedForUpdate(arrival.user(), arrival.project())
                .chain(project -> admission.earlier().onItem().ifNull().switchTo(() -> insert(project, asset)
                        .call(admission::admitted))));
    }

    private Uni<AssetEntity> insert(ProjectEntity project, AssetEntity asset) {
        return requireRoom(project)
                .chain(() -> removals.withdraw(new ObjectKey(asset.objectKey)))
                .invoke(inTime -> {
                    if (!inTime) {
                        throw ApiProblem.unavailable("The upload took too long; try again", SOON);
                    }
                    project.touch();
                })
                .chain(() -> AssetEntity.nextPosition(project.id))
                .chain(position -> {
                    asset.position = position;
                    asset.createdAt = Now.instant();
                    return asset.persist();
                });
    }

    private Uni<Void> discard(ObjectKey key) {
        return Panache.withTransaction(() -> removals.now(List.of(key)))
                .onFailure()
                .invoke(e -> LOG.warnf("%s is removed later than it could be: %s", key, e.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
