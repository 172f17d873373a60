package pro.reelsai.gateway.asset;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.asset.AssetBodies.AssetOrder;
import pro.reelsai.gateway.asset.AssetBodies.AssetUploaded;
import pro.reelsai.gateway.platform.auth.CurrentUser;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.platform.text.PlainText;

/** The routes of assets. */
@Path("/api/projects/{project_id}/assets")
@RolesAllowed(CurrentUser.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assets")
public class AssetResource {
    private final Assets assets;
    private final AssetIntake intake;
    private final AssetViews views;
    private final CurrentUser user;

    public AssetResource(Assets assets, AssetIntake intake, AssetViews views, CurrentUser user) {
        this.assets = assets;
        this.intake = intake;
        this.views = views;
        this.user = user;
    }

    /** Upload a picture or a clip. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Upload a picture or a clip")
    public Uni<AssetUploaded> upload(
            @RestPath("project_id") UUID project,
            @RestForm("file") @Nullable FileUpload file,
            @RestForm("description") @Nullable @Size(max = 500) @PlainText String description) {
        if (file == null) {
            throw ApiProblem.invalid("file", "must be a part of the form, with a file name");
        }
        return intake.take(new Arrival(user.id(), project, file.uploadedFile(), description))
                .map(asset -> new AssetUploaded(true, "The file was uploaded", asset.id));
    }

    /** The project's assets in their order. */
    @GET
    @Operation(summary = "The project's assets in their order")
    public Uni<List<AssetView>> all(@RestPath("project_id") UUID project) {
        return assets.of(user.id(), project).chain(views::of);
    }

    /** Put the assets into another order. */
    @PUT
    @Path("/order")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Put the assets into another order")
    public Uni<List<AssetView>> reorder(@RestPath("project_id") UUID project, @Valid @NotNull AssetOrder body) {
        return assets.reorder(user.id(), project, body.assetIds()).chain(views::of);
    }

    /** Remove an asset. */
    @DELETE
    @Path("/{asset_id}")
    @Operation(summary = "Remove an asset")
    public Uni<Void> remove(@RestPath("project_id") UUID project, @RestPath("asset_id") UUID id) {
        return assets.remove(user.id(), project, id);
    }
}
