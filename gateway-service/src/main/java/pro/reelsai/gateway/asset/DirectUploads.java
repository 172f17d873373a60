package pro.reelsai.gateway.asset;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.media.MediaGate;
import pro.reelsai.gateway.platform.Now;
import pro.reelsai.gateway.platform.SameContext;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.platform.storage.Removals;
import pro.reelsai.gateway.platform.storage.ScratchFolders;
import pro.reelsai.gateway.project.ProjectEntity;
import pro.reelsai.model.AssetType;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.runtime.storage.ObjectInfo;
import pro.reelsai.runtime.storage.ObjectStorage;

/** Makes an asset of a file that was put straight into the bucket: fetched, looked at like any other, and let in. */
@ApplicationScoped
public class DirectUploads {
    private final AssetIntake intake;
    private final MediaGate gate;
    private final ObjectStorage storage;
    private final Removals removals;
    private final ScratchFolders scratch;

    public DirectUploads(
            AssetIntake intake, MediaGate gate, ObjectStorage storage, Removals removals, ScratchFolders scratch) {
        this.intake = intake;
        this.gate = gate;
        this.storage = storage;
        this.removals = removals;
        this.scratch = scratch;
    }

    /**
     * Completes an upload. Asking again gets the same asset.
     *
     * @return the asset; a problem 404 for an unknown upload, 409 while the file is not there, 4xx for a bad one
     */
    Uni<AssetEntity> complete(UUID user, UUID project, UUID id) {
        return Panache.withSession(() -> ProjectEntity.owned(user, project)
                        .chain(() -> PendingUploadEntity.owned(user, project, id))
                        .chain(upload -> result(upload).map(asset -> new Begun(upload, asset))))
                .chain(begun -> begun.asset() == null
                        ? fetch(begun.upload())
                        : Uni.createFrom().item(begun.asset()));
    }

    /** What an upload has become; null where it has not been completed; a problem 404 where that was removed again. */
    private static Uni<@Nullable AssetEntity> result(PendingUploadEntity upload) {
        return upload.assetId == null
                ? Uni.createFrom().nullItem()
                : AssetEntity.ofProject(upload.projectId, upload.assetId);
    }

    private Uni<AssetEntity> fetch(PendingUploadEntity upload) {
        ObjectKey key = new ObjectKey(upload.objectKey);
        return SameContext.afterwards(storage.info(key))
                .invoke(info -> requireExpected(upload, info.orElse(null)))
                .chain(() ->
                        scratch.with(folder -> SameContext.afterwards(storage.download(key, folder.resolve("upload")))
                                .chain(file -> intake.take(arrival(upload, file), new OfUpload(upload.id)))));
    }

    private void requireExpected(PendingUploadEntity upload, @Nullable ObjectInfo info) {
        if (info == null) {
            throw ApiProblem.conflict("The file has not arrived yet; PUT it to the upload's address first");
        }
        gate.requireSize(AssetType.VIDEO, info.bytes());
        if (info.bytes() != upload.bytes) {
            throw ApiProblem.invalid(
                    "upload_id",
                    "was announced with " + upload.bytes + " bytes but has " + info.bytes()
                            + "; ask for a new upload address");
        }
    }

    private static Arrival arrival(PendingUploadEntity upload, Path file) {
        return new Arrival(upload.userId, upload.projectId, file, upload.description);
    }

    private record Begun(
            PendingUploadEntity upload, @Nullable AssetEntity asset) {}

    /** Two completions at once look at the file twice, but the first that gets here makes the asset. */
    private final class OfUpload implements Admission {
        private final UUID id;

        OfUpload(UUID id) {
            this.id = id;
        }

        @Override
        public Uni<@Nullable AssetEntity> earlier() {
            return PendingUploadEntity.forUpdate(id).chain(DirectUploads::result);
        }

        @Override
        public Uni<Void> admitted(AssetEntity asset) {
            return PendingUploadEntity.forUpdate(id)
                    .invoke(upload -> {
                        upload.assetId = asset.id;
                        upload.completedAt = Now.instant();
                    })
                    .chain(upload -> removals.now(List.of(new ObjectKey(upload.objectKey))));
        }
    }
}
