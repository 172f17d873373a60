package pro.reelsai.gateway.layout;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.auth.CurrentUser;
import pro.reelsai.gateway.platform.storage.Addresses;
import pro.reelsai.gateway.platform.storage.ObjectVersion;
import pro.reelsai.gateway.platform.storage.SignedUrls;

/** The route of layouts. */
@Path("/api/video-layouts")
@RolesAllowed(CurrentUser.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Actors, voices, layouts")
public class LayoutResource {
    private final Layouts layouts;
    private final SignedUrls urls;

    public LayoutResource(Layouts layouts, SignedUrls urls) {
        this.layouts = layouts;
        this.urls = urls;
    }

    /** The layouts on offer. */
    @GET
    @Operation(summary = "The layouts on offer")
    public Uni<LayoutsOnOffer> all() {
        return layouts.all().chain(found -> urls.together(found.stream()
                        .map(layout -> layout.thumbnailKey)
                        .filter(Objects::nonNull)
                        .map(ObjectVersion::unchanging)
                        .toList())
                .map(addresses -> new LayoutsOnOffer(
                        found.stream().map(layout -> view(layout, addresses)).toList())));
    }

    private static LayoutView view(LayoutEntity layout, Addresses addresses) {
        return new LayoutView(layout.id, layout.name, layout.description, addresses.of(layout.thumbnailKey));
    }

    /**
     * The answer.
     *
     * @param layouts the layouts on offer
     */
    public record LayoutsOnOffer(List<LayoutView> layouts) {}

    /**
     * A layout as the contract shows it.
     *
     * @param id the layout
     * @param name what the user sees
     * @param description how actor and assets share the picture
     * @param thumbnailUrl a still
     */
    @Schema(name = "VideoLayout")
    public record LayoutView(
            UUID id,
            String name,
            String description,
            @Nullable String thumbnailUrl) {}
}
