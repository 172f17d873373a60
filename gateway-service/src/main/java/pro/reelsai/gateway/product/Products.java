package pro.reelsai.gateway.product;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.Now;

/** A user's products. */
@ApplicationScoped
public class Products {
    /** Makes a product. */
    @WithTransaction
    public Uni<ProductEntity> create(UUID user, ProductRequest request) {
        ProductEntity product = new ProductEntity();
        product.id = UUID.randomUUID();
        product.userId = user;
        product.createdAt = Now.instant();
        fill(product, request);
        product.updatedAt = product.createdAt;
        return product.persist();
    }

    /** Changes a product. */
    @WithTransaction
    public Uni<ProductEntity> update(UUID user, UUID id, ProductRequest request) {
        return ProductEntity.owned(user, id).invoke(product -> {
            fill(product, request);
            product.updatedAt = Now.instant();
        });
    }

    /** One product. */
    @WithSession
    public Uni<ProductEntity> get(UUID user, UUID id) {
        return ProductEntity.owned(user, id);
    }

    /** All of a user's products, newest first. */
    @WithSession
    public Uni<List<ProductEntity>> all(UUID user) {
        return ProductEntity.allOf(user);
    }

    private static void fill(ProductEntity product, ProductRequest request) {
        product.name = request.name().strip();
        product.description = request.description().strip();
        product.productLink = blankToNull(request.productLink());
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
