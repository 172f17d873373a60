package pro.reelsai.gateway.progress;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.auth.CurrentUser;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.platform.storage.SignedUrls;
import pro.reelsai.model.AspectRatio;

/** The routes that tell how far an ad is, and give it away once it is done. */
@Path("/api/projects/{project_id}")
@RolesAllowed(CurrentUser.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projects")
public class StatusResource {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final StatusReports reports;
    private final StatusViews views;
    private final SignedUrls urls;
    private final CurrentUser user;

    public StatusResource(StatusReports reports, StatusViews views, SignedUrls urls, CurrentUser user) {
        this.reports = reports;
        this.views = views;
        this.urls = urls;
        this.user = user;
    }

    /** How far is the ad? */
    @GET
    @Path("/status")
    @Operation(summary = "How far is the ad?")
    public Uni<StatusView> status(@RestPath("project_id") UUID project) {
        return reports.of(user.id(), project).chain(views::of);
    }

    /**
     * The finished ad.
     *
     * @param shape one of the shapes it was made in, such as {@code 1:1}; the first one where left out
     */
    @GET
    @Path("/video")
    @Operation(summary = "The finished ad")
    @APIResponse(responseCode = "307", description = "Where the ad can be read for a while, in Location")
    public Uni<RestResponse<Void>> video(
            @RestPath("project_id") UUID project, @RestQuery("aspect_ratio") @Nullable String shape) {
        return reports.finalVideoKey(user.id(), project, shape == null ? null : shape(shape))
                .chain(urls::fresh)
                .onItem()
                .ifNull()
                .failWith(() -> ApiProblem.unavailable("The file storage cannot be reached just now", SOON))
                .map(url -> RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.TEMPORARY_REDIRECT)
                        .location(URI.create(url))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    private static AspectRatio shape(String label) {
        try {
            return AspectRatio.ofLabel(label);
        } catch (IllegalArgumentException e) {
            throw ApiProblem.invalid("aspect_ratio", "must be one of 9:16, 1:1, 16:9, 4:5");
        }
    }
}
