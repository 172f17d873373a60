package pro.reelsai.gateway.asset;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** What else belongs into the transaction in which a file becomes an asset. */
interface Admission {
    /** Nothing else. */
    Admission PLAIN = new Admission() {
        @Override
        public Uni<@Nullable AssetEntity> earlier() {
            return Uni.createFrom().nullItem();
        }

        @Override
        public Uni<Void> admitted(AssetEntity asset) {
            return Uni.createFrom().voidItem();
        }
    };

    /** The asset that this upload has become before; null where there is none. */
    Uni<@Nullable AssetEntity> earlier();

    /** Notes that the upload has become an asset. */
    Uni<Void> admitted(AssetEntity asset);
}
