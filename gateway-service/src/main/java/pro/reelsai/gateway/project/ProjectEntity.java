package pro.reelsai.gateway.project;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.Now;
import pro.reelsai.gateway.platform.Rows;
import pro.reelsai.gateway.platform.json.Jsonb;
import pro.reelsai.gateway.platform.json.VideoConfigurationColumn;
import pro.reelsai.gateway.platform.paging.Cursor;
import pro.reelsai.gateway.platform.paging.PageRequest;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.model.VideoConfiguration;

/** A row of {@code projects}. */
@Entity
@DynamicUpdate
@Table(name = "projects")
public class ProjectEntity extends PanacheEntityBase {
    @Id
    public UUID id;

    public UUID userId;
    public UUID productId;

    @Enumerated(EnumType.STRING)
    public ProjectStatus status;

    @Convert(converter = VideoConfigurationColumn.class)
    @ColumnTransformer(read = "cast(video_configuration as text)", write = Jsonb.WRITE)
    public @Nullable VideoConfiguration videoConfiguration;

    public @Nullable UUID finalScriptId;
    public @Nullable UUID actorId;
    public @Nullable UUID voiceId;
    public @Nullable UUID videoLayoutId;
    public @Nullable String finalVideoKey;
    public @Nullable Double finalVideoDuration;
    public Instant createdAt;
    public Instant updatedAt;

    /** A project of a user; a problem 404 where it is unknown or somebody else's. */
    public static Uni<ProjectEntity> owned(UUID user, UUID id) {
        return found(Rows.only(find("id = ?1 and userId = ?2", id, user)));
    }

    /** The same, held until the transaction ends, so that two changes of one project come one after the other. */
    public static Uni<ProjectEntity> ownedForUpdate(UUID user, UUID id) {
        return found(Rows.only(ProjectEntity.<ProjectEntity>find("id = ?1 and userId = ?2", id, user)
                .withLock(LockModeType.PESSIMISTIC_WRITE)));
    }

    /** Fails with a problem 404 where a project is unknown or somebody else's; keeps nothing of it in the session. */
    public static Uni<Void> requireOwned(UUID user, UUID id) {
        return count("id = ?1 and userId = ?2", id, user)
                .invoke(rows -> {
                    if (rows == 0) {
                        throw ApiProblem.notFound("project");
                    }
                })
                .replaceWithVoid();
    }

    /** A project of any user, held until the transaction ends. */
    public static Uni<ProjectEntity> heldForUpdate(UUID id) {
        return found(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** A part of a user's projects, newest first. */
    static Uni<List<ProjectEntity>> of(UUID user, PageRequest page) {
        PanacheQuery<ProjectEntity> query = page.cursor()
                .map(after -> ProjectEntity.<ProjectEntity>find(
                        "userId = ?1 and (createdAt, id) < (?2, ?3) order by createdAt desc, id desc",
                        user,
                        after.createdAt(),
                        after.id()))
                .orElseGet(() -> find("userId = ?1 order by createdAt desc, id desc", user));
        return page.limit() == PageRequest.ALL
                ? query.list()
                : query.page(0, page.rows()).list();
    }

    /** Where this row stands in its user's list. */
    String cursor() {
        return new Cursor(createdAt, id).text();
    }

    private static Uni<ProjectEntity> found(Uni<@Nullable ProjectEntity> query) {
        return query.onItem().ifNull().failWith(() -> ApiProblem.notFound("project"));
    }

    /** Notes that something about the project has changed. */
    public void touch() {
        updatedAt = Now.instant();
    }
}
