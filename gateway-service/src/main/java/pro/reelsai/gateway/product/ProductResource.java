package pro.reelsai.gateway.product;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import pro.reelsai.gateway.platform.auth.CurrentUser;
import pro.reelsai.gateway.platform.storage.SignedUrls;

/** The routes of products. */
@Path("/api/products")
@RolesAllowed(CurrentUser.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Products")
public class ProductResource {
    private final Products products;
    private final SignedUrls urls;
    private final CurrentUser user;

    public ProductResource(Products products, SignedUrls urls, CurrentUser user) {
        this.products = products;
        this.urls = urls;
        this.user = user;
    }

    /** Create a product. */
    @POST
    @Path("/create-product")
    @Operation(summary = "Create a product")
    public Uni<ProductCreated> create(@Valid @NotNull ProductRequest body) {
        return products.create(user.id(), body).map(product -> new ProductCreated(product.id));
    }

    /** All products, newest first. */
    @GET
    @Path("/get-all-products")
    @Operation(summary = "All products, newest first")
    public Uni<List<ProductView>> all() {
        return products.all(user.id()).chain(found -> Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(this::view)
                .collect()
                .asList());
    }

    /** One product. */
    @GET
    @Path("/{product_id}")
    @Operation(summary = "One product")
    public Uni<ProductView> get(@RestPath("product_id") UUID id) {
        return products.get(user.id(), id).chain(this::view);
    }

    /** Change a product. */
    @PUT
    @Path("/{product_id}")
    @Operation(summary = "Change a product")
    public Uni<ProductView> update(@RestPath("product_id") UUID id, @Valid @NotNull ProductRequest body) {
        return products.update(user.id(), id, body).chain(this::view);
    }

    private Uni<ProductView> view(ProductEntity product) {
        return Uni.combine()
                .all()
                .unis(urls.fresh(product.logoKey), urls.fresh(product.thumbnailKey))
                .asTuple()
                .map(signed -> new ProductView(
                        product.id,
                        product.userId,
                        product.name,
                        product.description,
                        product.productLink,
                        signed.getItem1(),
                        signed.getItem2(),
                        product.createdAt,
                        product.updatedAt));
    }

    /**
     * The answer to a creation.
     *
     * @param productId the new product
     */
    public record ProductCreated(UUID productId) {}
}
