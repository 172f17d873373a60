package pro.reelsai.gateway.retention;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.runtime.storage.ListedObject;
import pro.reelsai.runtime.storage.ObjectStorage;

/** Folders of the bucket with all that is in them. */
@ApplicationScoped
class Folders {
    /** What the storage server removes in one request. */
    private static final int AT_ONCE = 500;

    private final ObjectStorage storage;

    Folders(ObjectStorage storage) {
        this.storage = storage;
    }

    /** The files of a folder and of all folders in it. */
    Uni<List<ListedObject>> files(ObjectKey folder) {
        return walk(folder).collect().asList();
    }

    private Multi<ListedObject> walk(ObjectKey folder) {
        return storage.list(folder)
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToMultiAndConcatenate(entry -> entry.isFolder()
                        ? walk(entry.key())
                        : Multi.createFrom().item(entry));
    }

    Uni<Void> delete(List<ObjectKey> keys) {
        return Multi.createFrom()
                .iterable(keys)
                .group()
                .intoLists()
                .of(AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(storage::delete)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
