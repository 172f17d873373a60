package pro.reelsai.gateway.asset;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import pro.reelsai.gateway.platform.storage.SignedUrls;

/** Assets as the contract shows them. */
@ApplicationScoped
public class AssetViews {
    private final SignedUrls urls;

    public AssetViews(SignedUrls urls) {
        this.urls = urls;
    }

    /** The assets in their order. */
    public Uni<List<AssetView>> of(List<AssetEntity> assets) {
        return Multi.createFrom()
                .iterable(assets)
                .onItem()
                .transformToUniAndConcatenate(asset -> urls.lasting(asset.objectKey)
                        .map(url -> new AssetView(
                                asset.id, asset.type.name().toLowerCase(Locale.ROOT), url, asset.description)))
                .collect()
                .asList();
    }
}
