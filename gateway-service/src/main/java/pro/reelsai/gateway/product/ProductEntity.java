package pro.reelsai.gateway.product;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.Rows;
import pro.reelsai.gateway.platform.paging.Cursor;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.platform.storage.ObjectVersion;

/** A row of {@code products}. */
@Entity
@Table(name = "products")
public class ProductEntity extends PanacheEntityBase {
    @Id
    public UUID id;

    public UUID userId;
    public String name;
    public String description;
    public @Nullable String productLink;
    public @Nullable String logoKey;
    public @Nullable String thumbnailKey;

    /** The upload that may write the logo's files just now; null where there is none. */
    public @Nullable UUID logoClaim;

    public @Nullable Instant logoClaimedAt;
    public Instant createdAt;
    public Instant updatedAt;

    /** A product of a user; a problem 404 where it is unknown or somebody else's. */
    public static Uni<ProductEntity> owned(UUID user, UUID id) {
        return found(ProductEntity.find("id = ?1 and userId = ?2", id, user));
    }

    /** The same, held until the transaction ends: nobody else changes or deletes it meanwhile. */
    static Uni<ProductEntity> ownedForUpdate(UUID user, UUID id) {
        return owned(user, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The same, held so that nobody deletes it until the transaction ends. */
    public static Uni<ProductEntity> ownedForUse(UUID user, UUID id) {
        return owned(user, id, LockModeType.PESSIMISTIC_READ);
    }

    private static Uni<ProductEntity> owned(UUID user, UUID id, LockModeType lock) {
        return found(ProductEntity.<ProductEntity>find("id = ?1 and userId = ?2", id, user)
                .withLock(lock));
    }

    private static Uni<ProductEntity> found(PanacheQuery<ProductEntity> query) {
        return Rows.only(query).onItem().ifNull().failWith(() -> ApiProblem.notFound("product"));
    }

    /** Writes the row at once. {@code persist} would wait for a transaction, which costs two more round trips. */
    Uni<ProductEntity> insert() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into products (id, user_id, name, description, product_link, created_at, updated_at)
                                values (:id, :user, :name, :description, :link, :created, :updated)""")
                        .setParameter("id", id)
                        .setParameter("user", userId)
                        .setParameter("name", name)
                        .setParameter("description", description)
                        .setParameter("link", productLink)
                        .setParameter("created", createdAt)
                        .setParameter("updated", updatedAt)
                        .executeUpdate())
                .replaceWith(this);
    }

    /** Whether a project is about it; asked in the database's words, since projects know products and not the reverse. */
    Uni<Boolean> isInUse() {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select exists (select 1 from projects where product_id = :id)", Boolean.class)
                .setParameter("id", id)
                .getSingleResult());
    }

    /** Its files in the bucket. */
    Stream<ObjectVersion> files() {
        return Stream.of(logoKey, thumbnailKey).filter(Objects::nonNull).map(key -> new ObjectVersion(key, updatedAt));
    }

    /** Where this row stands in its user's list. */
    String cursor() {
        return new Cursor(createdAt, id).text();
    }
}
