package pro.reelsai.gateway.product;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import pro.reelsai.gateway.platform.Now;
import pro.reelsai.gateway.platform.paging.Page;
import pro.reelsai.gateway.platform.paging.PageRequest;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.platform.storage.Removals;
import pro.reelsai.gateway.platform.text.WebAddress;
import pro.reelsai.model.ObjectKey;

/** A user's products. */
@ApplicationScoped
public class Products {
    private final ProductList list;
    private final Removals removals;

    public Products(ProductList list, Removals removals) {
        this.list = list;
        this.removals = removals;
    }

    /** Makes a product: one statement, in the caller's transaction where there is one and needing none where not. */
    @WithSession
    public Uni<ProductEntity> create(UUID user, ProductRequest request) {
        ProductEntity product = new ProductEntity();
        product.id = UUID.randomUUID();
        product.userId = user;
        product.createdAt = Now.instant();
        fill(product, request);
        product.updatedAt = product.createdAt;
        return product.insert();
    }

    /** Changes a product. */
    @WithTransaction
    public Uni<ProductEntity> update(UUID user, UUID id, ProductRequest request) {
        return ProductEntity.ownedForUpdate(user, id).invoke(product -> {
            fill(product, request);
            product.updatedAt = Now.instant();
        });
    }

    /** One product. */
    @WithSession
    public Uni<ProductEntity> get(UUID user, UUID id) {
        return ProductEntity.owned(user, id);
    }

    /** A part of a user's products, newest first. */
    public Uni<Page<ProductEntity>> all(UUID user, PageRequest request) {
        return list.read(user, request).map(rows -> Page.of(rows, request.limit(), ProductEntity::cursor));
    }

    /** Deletes a product and its files; a problem 409 while a project uses it. */
    @WithTransaction
    public Uni<Void> delete(UUID user, UUID id) {
        return ProductEntity.ownedForUpdate(user, id)
                .call(product -> product.isInUse().invoke(used -> {
                    if (used) {
                        throw ApiProblem.conflict("A project uses this product");
                    }
                }))
                .call(product -> removals.now(
                        product.files().map(file -> new ObjectKey(file.key())).toList()))
                .chain(product -> product.delete());
    }

    private static void fill(ProductEntity product, ProductRequest request) {
        product.name = request.name().strip();
        product.description = request.description().strip();
        product.productLink = WebAddress.Check.complete(request.productLink());
    }
}
