package pro.reelsai.gateway.asset;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import pro.reelsai.gateway.platform.storage.Addresses;
import pro.reelsai.gateway.platform.storage.ObjectVersion;
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
        return urls.together(assets.stream().map(AssetViews::file).toList())
                .map(addresses -> describe(assets, addresses));
    }

    /** The file of an asset, which never changes. */
    public static ObjectVersion file(AssetEntity asset) {
        return ObjectVersion.unchanging(asset.objectKey);
    }

    /** The assets with addresses that were signed for a larger answer. */
    public static List<AssetView> describe(List<AssetEntity> assets, Addresses addresses) {
        return assets.stream()
                .map(asset -> new AssetView(
                        asset.id,
                        asset.type.name().toLowerCase(Locale.ROOT),
                        addresses.of(asset.objectKey),
                        asset.description))
                .toList();
    }
}
