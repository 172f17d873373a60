package pro.reelsai.gateway.project;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import pro.reelsai.gateway.asset.AssetViews;
import pro.reelsai.gateway.platform.paging.Page;
import pro.reelsai.gateway.platform.paging.PageRequest;
import pro.reelsai.gateway.platform.storage.Addresses;
import pro.reelsai.gateway.platform.storage.SignedUrls;
import pro.reelsai.gateway.project.ProjectRows.Row;

/** Projects as the contract shows them. */
@ApplicationScoped
public class ProjectViews {
    private final ProjectRows rows;
    private final SignedUrls urls;

    public ProjectViews(ProjectRows rows, SignedUrls urls) {
        this.rows = rows;
        this.urls = urls;
    }

    /** One project of a user. */
    public Uni<ProjectView> get(UUID user, UUID id) {
        return rows.one(user, id).chain(row -> describe(List.of(row))).map(List::getFirst);
    }

    /** A part of a user's projects, newest first. */
    public Uni<Page<ProjectView>> all(UUID user, PageRequest request) {
        return rows.all(user, request).chain(page -> describe(page.items()).map(page::with));
    }

    // Signing happens here, after the session has given its connection back: storage may be slow.
    private Uni<List<ProjectView>> describe(List<Row> found) {
        return urls.together(found.stream().flatMap(Row::files).toList())
                .map(addresses ->
                        found.stream().map(row -> describe(row, addresses)).toList());
    }

    private static ProjectView describe(Row row, Addresses addresses) {
        ProjectEntity project = row.project();
        return new ProjectView(
                project.id,
                project.userId,
                project.productId,
                project.status,
                ConfigurationView.of(project.videoConfiguration),
                row.script(),
                project.createdAt,
                project.updatedAt,
                addresses.of(project.finalVideoKey),
                project.actorId,
                project.voiceId,
                project.videoLayoutId,
                AssetViews.describe(row.assets(), addresses),
                project.finalVideoDuration);
    }
}
