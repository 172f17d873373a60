package pro.reelsai.gateway.product;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import pro.reelsai.gateway.platform.storage.Addresses;
import pro.reelsai.gateway.platform.storage.SignedUrls;

/** Products as the contract shows them. */
@ApplicationScoped
public class ProductViews {
    private final SignedUrls urls;

    public ProductViews(SignedUrls urls) {
        this.urls = urls;
    }

    /** One product. */
    Uni<ProductView> of(ProductEntity product) {
        return of(List.of(product)).map(List::getFirst);
    }

    /** Products in their order. */
    Uni<List<ProductView>> of(List<ProductEntity> products) {
        return urls.together(products.stream().flatMap(ProductEntity::files).toList())
                .map(addresses -> products.stream()
                        .map(product -> describe(product, addresses))
                        .toList());
    }

    private static ProductView describe(ProductEntity product, Addresses addresses) {
        return new ProductView(
                product.id,
                product.userId,
                product.name,
                product.description,
                product.productLink,
                addresses.of(product.logoKey),
                addresses.of(product.thumbnailKey),
                product.createdAt,
                product.updatedAt);
    }
}
