package pro.reelsai.gateway.project;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.asset.AssetEntity;
import pro.reelsai.gateway.asset.AssetView;
import pro.reelsai.gateway.asset.AssetViews;
import pro.reelsai.gateway.platform.storage.SignedUrls;

/** Projects as the contract shows them. */
@ApplicationScoped
public class ProjectViews {
    private final ProjectRows rows;
    private final AssetViews assets;
    private final SignedUrls urls;

    public ProjectViews(ProjectRows rows, AssetViews assets, SignedUrls urls) {
        this.rows = rows;
        this.assets = assets;
        this.urls = urls;
    }

    /** One project of a user. */
    public Uni<ProjectView> get(UUID user, UUID id) {
        return rows.one(user, id).chain(found -> view(found, found.projects().getFirst()));
    }

    /** All projects of a user, newest first. */
    public Uni<List<ProjectView>> all(UUID user) {
        return rows.all(user).chain(found -> Multi.createFrom()
                .iterable(found.projects())
                .onItem()
                .transformToUniAndConcatenate(project -> view(found, project))
                .collect()
                .asList());
    }

    // Signing happens here, after the session has given its connection back: storage may be slow.
    private Uni<ProjectView> view(ProjectRows.Found found, ProjectEntity project) {
        List<AssetEntity> own = found.assets().getOrDefault(project.id, List.of());
        @Nullable
        String script = project.finalScriptId == null ? null : found.scripts().get(project.finalScriptId);
        return assets.of(own)
                .chain(views -> urls.fresh(project.finalVideoKey).map(url -> describe(project, script, views, url)));
    }

    private static ProjectView describe(
            ProjectEntity project, @Nullable String script, List<AssetView> assets, @Nullable String videoUrl) {
        return new ProjectView(
                project.id,
                project.userId,
                project.productId,
                project.status,
                ConfigurationView.of(project.videoConfiguration),
                script,
                project.createdAt,
                project.updatedAt,
                videoUrl,
                project.actorId,
                project.voiceId,
                project.videoLayoutId,
                assets,
                project.finalVideoDuration);
    }
}
