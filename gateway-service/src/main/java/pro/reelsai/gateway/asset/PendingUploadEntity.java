package pro.reelsai.gateway.asset;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.Rows;
import pro.reelsai.gateway.platform.problem.ApiProblem;

/** A row of {@code pending_uploads}: somebody may put, or has put, a file straight into the bucket. */
@Entity
@Table(name = "pending_uploads")
public class PendingUploadEntity extends PanacheEntityBase {
    @Id
    public UUID id;

    public UUID userId;
    public UUID projectId;
    public String objectKey;

    /** How large the file will be, as announced. */
    public long bytes;

    public @Nullable String description;

    /** What became of it; null until then. */
    public @Nullable UUID assetId;

    public Instant createdAt;
    public Instant expiresAt;
    public @Nullable Instant completedAt;

    /** An upload of a user to a project; a problem 404 where it is unknown or somebody else's. */
    static Uni<PendingUploadEntity> owned(UUID user, UUID project, UUID id) {
        return found(Rows.only(PendingUploadEntity.<PendingUploadEntity>find(
                "id = ?1 and userId = ?2 and projectId = ?3", id, user, project)));
    }

    /** An upload, held until the transaction ends. */
    static Uni<PendingUploadEntity> forUpdate(UUID id) {
        return found(PendingUploadEntity.<PendingUploadEntity>findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** How many uploads to a project may still come. */
    static Uni<Long> countOpen(UUID project, Instant now) {
        return count("projectId = ?1 and completedAt is null and expiresAt > ?2", project, now);
    }

    static Uni<Long> deleteExpiredBefore(Instant time) {
        return delete("expiresAt < ?1", time);
    }

    private static Uni<PendingUploadEntity> found(Uni<PendingUploadEntity> query) {
        return query.onItem().ifNull().failWith(() -> ApiProblem.notFound("upload"));
    }
}
