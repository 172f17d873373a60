package pro.reelsai.gateway.product;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.problem.ApiProblem;

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
    public Instant createdAt;
    public Instant updatedAt;

    /** A product of a user; a problem 404 where it is unknown or somebody else's. */
    public static Uni<ProductEntity> owned(UUID user, UUID id) {
        return ProductEntity.<ProductEntity>find("id = ?1 and userId = ?2", id, user)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> ApiProblem.notFound("product"));
    }

    static Uni<List<ProductEntity>> allOf(UUID user) {
        return list("userId = ?1 order by createdAt desc, id desc", user);
    }
}
