package pro.reelsai.gateway.asset;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.media.MediaGate;
import pro.reelsai.gateway.platform.GatewayConfig;
import pro.reelsai.gateway.platform.Now;
import pro.reelsai.gateway.platform.SameContext;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.platform.problem.DatabaseAway;
import pro.reelsai.gateway.platform.storage.Removals;
import pro.reelsai.gateway.project.ProjectEntity;
import pro.reelsai.model.AssetType;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.ObjectKeys;
import pro.reelsai.runtime.storage.ObjectStorage;
import pro.reelsai.runtime.storage.UploadPermit;

/**
 * Lets a browser put a file straight into the bucket, into a quarantine where nobody uses it. The key is ours, and on the
 * list of {@link Removals} from the first: what is never completed goes by itself.
 */
@ApplicationScoped
public class UploadPermits {
    private static final Logger LOG = Logger.getLogger(UploadPermits.class);
    /** An upload that began in time may still be under way when its permit expires. */
    private static final Duration UNDER_WAY = Duration.ofHours(1);
    /** How long a completed upload is remembered, so that asking again gets the same answer. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final MediaGate gate;
    private final AssetIntake intake;
    private final ObjectStorage storage;
    private final Removals removals;
    private final int most;

    public UploadPermits(
            MediaGate gate, AssetIntake intake, ObjectStorage storage, Removals removals, GatewayConfig config) {
        this.gate = gate;
        this.intake = intake;
        this.storage = storage;
        this.removals = removals;
        this.most = config.assets().openUploads();
    }

    /**
     * Permits one upload.
     *
     * @param type what the file is said to be
     * @param bytes how large it is said to be
     * @return the permit; a problem 409 where the project takes no further asset, 413 for too large a file
     */
    Uni<Permitted> grant(UUID user, UUID projectId, AssetType type, long bytes, @Nullable String description) {
        gate.requireSize(type, bytes);
        UUID id = UUID.randomUUID();
        ObjectKey key = ObjectKeys.quarantine(user, id);
        return Panache.withSession(() -> ProjectEntity.owned(user, projectId).call(this::requireRoom))
                .chain(project -> SameContext.afterwards(storage.permitUpload(key)))
                .call(permit -> note(row(id, user, projectId, key, bytes, description, permit)))
                .map(permit -> new Permitted(id, key, permit));
    }

    private Uni<Void> requireRoom(ProjectEntity project) {
        return intake.requireRoom(project)
                .chain(() -> PendingUploadEntity.countOpen(project.id, Now.instant()))
                .invoke(open -> {
                    if (open >= most) {
                        throw ApiProblem.conflict("A project can have at most " + most
                                + " open uploads; complete some, or wait until they expire");
                    }
                })
                .replaceWithVoid();
    }

    private static PendingUploadEntity row(
            UUID id,
            UUID user,
            UUID project,
            ObjectKey key,
            long bytes,
            @Nullable String description,
            UploadPermit permit) {
        PendingUploadEntity upload = new PendingUploadEntity();
        upload.id = id;
        upload.userId = user;
        upload.projectId = project;
        upload.objectKey = key.value();
        upload.bytes = bytes;
        upload.description = description;
        upload.createdAt = Now.instant();
        upload.expiresAt = permit.expiresAt();
        return upload;
    }

    private Uni<Void> note(PendingUploadEntity upload) {
        return Panache.withTransaction(() -> upload.persist()
                .chain(() -> removals.at(List.of(new ObjectKey(upload.objectKey)), upload.expiresAt.plus(UNDER_WAY))));
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> forgetOldUploads() {
        Instant before = Now.instant().minus(REMEMBERED);
        return Panache.withTransaction(() -> PendingUploadEntity.deleteExpiredBefore(before))
                .onFailure(DatabaseAway::isCauseOf)
                .invoke(e -> LOG.warnf("Old uploads cannot be forgotten just now: %s", e.getMessage()))
                .onFailure(DatabaseAway::isCauseOf)
                .recoverWithNull()
                .replaceWithVoid();
    }

    /**
     * An upload that may come.
     *
     * @param id the upload
     * @param key where the file will lie
     * @param permit what the browser needs
     */
    record Permitted(UUID id, ObjectKey key, UploadPermit permit) {}
}
