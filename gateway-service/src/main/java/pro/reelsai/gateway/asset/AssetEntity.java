package pro.reelsai.gateway.asset;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.media.AcceptedMedia;
import pro.reelsai.gateway.platform.Rows;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.model.Asset;
import pro.reelsai.model.AssetType;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.StoredObject;

/** A row of {@code assets}: a picture or clip that was checked and lies in the bucket. */
@Entity
@Table(name = "assets")
public class AssetEntity extends PanacheEntityBase {
    @Id
    public UUID id;

    public UUID projectId;

    @Enumerated(EnumType.STRING)
    public AssetType type;

    public String objectKey;
    public String sha256;
    public long bytes;
    public String contentType;
    public int width;
    public int height;
    public double durationSeconds;
    public @Nullable String description;
    public int position;
    public Instant createdAt;

    /** The assets of a project in their order. */
    public static Uni<List<AssetEntity>> ofProject(UUID project) {
        return list("projectId = ?1 order by position, createdAt", project);
    }

    /** The assets of several projects, each project's in their order. */
    public static Uni<List<AssetEntity>> ofProjects(List<UUID> projects) {
        return projects.isEmpty()
                ? Uni.createFrom().item(List.of())
                : list("projectId in ?1 order by position, createdAt", projects);
    }

    /** An asset of a project; a problem 404 where there is none. */
    static Uni<AssetEntity> ofProject(UUID project, UUID id) {
        return Rows.only(AssetEntity.<AssetEntity>find("id = ?1 and projectId = ?2", id, project))
                .onItem()
                .ifNull()
                .failWith(() -> ApiProblem.notFound("asset"));
    }

    /** A new asset, but for its place among the others. */
    static AssetEntity of(UUID id, Arrival arrival, AcceptedMedia media, StoredObject stored) {
        AssetEntity asset = new AssetEntity();
        asset.id = id;
        asset.projectId = arrival.project();
        asset.type = media.kind().type();
        asset.objectKey = stored.key().value();
        asset.sha256 = stored.sha256();
        asset.bytes = stored.bytes();
        asset.contentType = stored.contentType();
        asset.width = media.width();
        asset.height = media.height();
        asset.durationSeconds = media.durationSeconds();
        asset.description = arrival.description();
        return asset;
    }

    static Uni<Long> countOf(UUID project) {
        return count("projectId", project);
    }

    /** The place behind a project's last asset. */
    static Uni<Integer> nextPosition(UUID project) {
        return AssetEntity.<AssetEntity>find("projectId = ?1 order by position desc", project)
                .firstResult()
                .map(last -> last == null ? 0 : last.position + 1);
    }

    /** The asset as the stages know it. */
    public Asset toModel() {
        return new Asset(id, type, new ObjectKey(objectKey), sha256, width, height, durationSeconds, description);
    }
}
