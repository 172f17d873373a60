package pro.reelsai.gateway.product;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.idempotency.Idempotency;
import pro.reelsai.gateway.idempotency.IdempotencyKey;
import pro.reelsai.gateway.platform.auth.CurrentUser;
import pro.reelsai.gateway.platform.paging.Cursor;
import pro.reelsai.gateway.platform.paging.Limit;
import pro.reelsai.gateway.platform.paging.PageRequest;
import pro.reelsai.gateway.platform.problem.ApiProblem;

/** The routes of products. */
@Path("/api/products")
@RolesAllowed(CurrentUser.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Products")
public class ProductResource {
    private final Products products;
    private final Logos logos;
    private final ProductViews views;
    private final Idempotency idempotency;
    private final CurrentUser user;

    public ProductResource(
            Products products, Logos logos, ProductViews views, Idempotency idempotency, CurrentUser user) {
        this.products = products;
        this.logos = logos;
        this.views = views;
        this.idempotency = idempotency;
        this.user = user;
    }

    /** Create a product. */
    @POST
    @Path("/create-product")
    @Operation(summary = "Create a product")
    public Uni<RestResponse<ProductCreated>> create(
            @RestHeader(IdempotencyKey.HEADER) @Nullable IdempotencyKey key, @Valid @NotNull ProductRequest body) {
        UUID owner = user.id();
        return idempotency.once(key, owner, body, ProductCreated.class, () -> products.create(owner, body)
                .map(product -> new ProductCreated(product.id)));
    }

    /** All products, newest first; with {@code limit}, in pages. */
    @GET
    @Path("/get-all-products")
    @Operation(summary = "All products, newest first")
    @APIResponse(
            responseCode = "200",
            description = "All, or with a limit a page of them; then Link leads to the next page",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ProductView.class)))
    public Uni<RestResponse<List<ProductView>>> all(
            @RestQuery @Nullable Limit limit, @RestQuery @Nullable Cursor cursor, @Context UriInfo uri) {
        return products.all(user.id(), PageRequest.of(limit, cursor))
                .chain(page -> views.of(page.items()).map(page::with))
                .map(page -> page.answer(uri, "cursor"));
    }

    /** One product. */
    @GET
    @Path("/{product_id}")
    @Operation(summary = "One product")
    public Uni<ProductView> get(@RestPath("product_id") UUID id) {
        return products.get(user.id(), id).chain(views::of);
    }

    /** Change a product. */
    @PUT
    @Path("/{product_id}")
    @Operation(summary = "Change a product")
    public Uni<ProductView> update(@RestPath("product_id") UUID id, @Valid @NotNull ProductRequest body) {
        return products.update(user.id(), id, body).chain(views::of);
    }

    /** Give a product a logo. */
    @PUT
    @Path("/{product_id}/logo")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Give a product a logo")
    public Uni<ProductView> logo(@RestPath("product_id") UUID id, @RestForm("file") @Nullable FileUpload file) {
        if (file == null) {
            throw ApiProblem.invalid("file", "must be a part of the form, with a file name");
        }
        return logos.put(user.id(), id, file.uploadedFile()).chain(views::of);
    }

    /** Delete a product. */
    @DELETE
    @Path("/{product_id}")
    @Operation(summary = "Delete a product that no project uses")
    public Uni<Void> delete(@RestPath("product_id") UUID id) {
        return products.delete(user.id(), id);
    }

    /**
     * The answer to a creation.
     *
     * @param productId the new product
     */
    public record ProductCreated(UUID productId) {}
}
