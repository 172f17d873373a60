package pro.reelsai.gateway.asset;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import pro.reelsai.gateway.asset.AssetBodies.AssetUploaded;
import pro.reelsai.gateway.asset.AssetBodies.UploadAddress;
import pro.reelsai.gateway.asset.AssetBodies.UploadCompletion;
import pro.reelsai.gateway.asset.AssetBodies.UploadRequest;
import pro.reelsai.gateway.media.MediaKind;
import pro.reelsai.gateway.platform.auth.CurrentUser;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.model.AssetType;

/** The routes of uploads that go straight to the bucket. */
@Path("/api/projects/{project_id}/assets")
@RolesAllowed(CurrentUser.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Assets")
public class DirectUploadResource {
    private final UploadPermits permits;
    private final DirectUploads uploads;
    private final CurrentUser user;

    public DirectUploadResource(UploadPermits permits, DirectUploads uploads, CurrentUser user) {
        this.permits = permits;
        this.uploads = uploads;
        this.user = user;
    }

    /** Ask where to send a file straight to the bucket. */
    @POST
    @Path("/upload-url")
    @Operation(summary = "Ask where to send a file straight to the bucket")
    public Uni<UploadAddress> address(@RestPath("project_id") UUID project, @Valid @NotNull UploadRequest body) {
        String contentType = body.contentType().strip().toLowerCase(Locale.ROOT);
        AssetType type = MediaKind.ofContentType(contentType)
                .orElseThrow(() -> ApiProblem.unsupportedMedia(
                        "Only JPEG, PNG and WebP pictures and MP4, MOV, WebM and" + " MKV clips can be uploaded"));
        return permits.grant(user.id(), project, type, body.bytes(), body.description())
                .map(permitted -> new UploadAddress(
                        permitted.id(),
                        permitted.key().value(),
                        permitted.permit().url(),
                        permitted.permit().token(),
                        "PUT",
                        Map.of(HttpHeaders.CONTENT_TYPE, contentType),
                        permitted.permit().expiresAt()));
    }

    /** Make an asset of a file that was sent straight to the bucket. */
    @POST
    @Path("/complete")
    @Operation(summary = "Make an asset of a file that was sent straight to the bucket")
    public Uni<AssetUploaded> complete(@RestPath("project_id") UUID project, @Valid @NotNull UploadCompletion body) {
        return uploads.complete(user.id(), project, body.uploadId())
                .map(asset -> new AssetUploaded(true, "The file was uploaded", asset.id));
    }
}
