package pro.reelsai.runtime.storage;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.StoredObject;
import pro.reelsai.runtime.storage.SupabaseStorageApi.CopyRequest;
import pro.reelsai.runtime.storage.SupabaseStorageApi.DeleteRequest;
import pro.reelsai.runtime.storage.SupabaseStorageApi.ListRequest;
import pro.reelsai.runtime.storage.SupabaseStorageApi.Listed;
import pro.reelsai.runtime.storage.SupabaseStorageApi.SignAllRequest;
import pro.reelsai.runtime.storage.SupabaseStorageApi.SignRequest;
import pro.reelsai.runtime.storage.SupabaseStorageApi.SignedPath;

/**
 * The bucket. Every file of the suite goes in and comes out here; bytes are streamed both ways. Requests that the server
 * could not serve just then are tried again; what still fails ends in a {@link StorageException}.
 */
@ApplicationScoped
public class ObjectStorage {
    /** Working files are content-addressed and never change. */
    private static final Duration FOREVER = Duration.ofDays(365);

    private static final int LISTED_AT_ONCE = 500;

    private final SupabaseStorageApi api;
    private final ObjectDownload downloads;
    private final ResumableUpload pieces;
    private final StorageRetry retry;
    private final StorageConfig config;

    public ObjectStorage(
            @RestClient SupabaseStorageApi api,
            ObjectDownload downloads,
            ResumableUpload pieces,
            StorageRetry retry,
            StorageConfig config) {
        this.api = api;
        this.downloads = downloads;
        this.pieces = pieces;
        this.retry = retry;
        this.config = config;
    }

    /**
     * Puts a file into the bucket, one above 6 MiB in pieces. Uploading the same key again replaces the object, so it is
     * safe to repeat.
     *
     * @return what lies in the bucket now
     */
    public Uni<StoredObject> upload(ObjectKey key, Path file, String contentType) {
        return send(key, file, contentType, FOREVER);
    }

    /** Puts bytes into the bucket without a file in between: what must not be lost does not depend on the disk. */
    public Uni<Void> upload(ObjectKey key, byte[] content, String contentType) {
        return retrying(api.upload(bucket(), key.value(), contentType, maxAge(FOREVER), true, content))
                .replaceWithVoid();
    }

    /**
     * Puts a file into the bucket under a key whose content may be replaced later.
     *
     * @param keptFor how long a browser or a network in between may show it without asking again
     * @return what lies in the bucket now
     */
    public Uni<StoredObject> uploadReplaceable(ObjectKey key, Path file, String contentType, Duration keptFor) {
        return send(key, file, contentType, keptFor);
    }

    private Uni<StoredObject> send(ObjectKey key, Path file, String contentType, Duration keptFor) {
        return blocking(() -> describe(key, file, contentType)).chain(stored -> (stored.bytes() > ResumableUpload.PIECE
                        ? pieces.send(stored, file, keptFor)
                        : atOnce(stored, file, keptFor))
                .replaceWith(stored));
    }

    private Uni<Void> atOnce(StoredObject stored, Path file, Duration keptFor) {
        return retrying(api.upload(
                        bucket(), stored.key().value(), stored.contentType(), maxAge(keptFor), true, file.toFile()))
                .replaceWithVoid();
    }

    private static String maxAge(Duration keptFor) {
        return "max-age=" + keptFor.toSeconds();
    }

    /**
     * Copies an object of the bucket into a local file, which appears only once it is complete.
     *
     * @return the file; fails with a {@link StorageException} whose {@code isNotFound()} is true where there is no object
     */
    public Uni<Path> download(ObjectKey key, Path target) {
        return retrying(downloads.fetch(key, target));
    }

    /** The bytes of a small object, held in memory; empty where there is no object. */
    public Uni<Optional<byte[]>> read(ObjectKey key) {
        return retrying(api.read(bucket(), key.value()))
                .map(Optional::of)
                .onFailure(ObjectStorage::isNotFound)
                .recoverWithItem(Optional.empty());
    }

    /** What the bucket knows of an object; empty where there is none. */
    public Uni<Optional<ObjectInfo>> info(ObjectKey key) {
        return retrying(api.info(bucket(), key.value()))
                .map(info -> Optional.of(new ObjectInfo(info.size(), info.contentType())))
                .onFailure(ObjectStorage::isNotFound)
                .recoverWithItem(Optional.empty());
    }

    /** An address under which anybody can read the object for a while. */
    public Uni<URI> sign(ObjectKey key, Duration validity) {
        return retrying(api.sign(bucket(), key.value(), new SignRequest(validity.toSeconds())))
                .map(signed -> forBrowsers(signed.signedUrl()));
    }

    /**
     * Addresses of several objects, signed in one request.
     *
     * @param keys at most 500, which is what the server takes at once
     * @return the address of every object that is there
     */
    public Uni<Map<ObjectKey, URI>> signAll(List<ObjectKey> keys, Duration validity) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<String> paths = keys.stream().map(ObjectKey::value).toList();
        return retrying(api.signAll(bucket(), new SignAllRequest(validity.toSeconds(), paths)))
                .map(this::addresses);
    }

    private Map<ObjectKey, URI> addresses(List<SignedPath> signed) {
        Map<ObjectKey, URI> addresses = new HashMap<>();
        for (SignedPath path : signed) {
            if (path.signedUrl() != null) {
                addresses.put(new ObjectKey(path.key()), forBrowsers(path.signedUrl()));
            }
        }
        return addresses;
    }

    /**
     * Lets anybody who holds the answer put one object under a key that is still free, with one {@code PUT}. For how
     * long is the server's to say; Supabase grants two hours.
     */
    public Uni<UploadPermit> permitUpload(ObjectKey key) {
        return retrying(api.signUpload(bucket(), key.value()))
                .map(signed -> UploadPermit.of(forBrowsers(signed.url()), signed.token()));
    }

    private URI forBrowsers(String path) {
        return URI.create(config.publicUrl().orElse(config.url()) + "/storage/v1" + path);
    }

    /** The files and folders that lie directly in a folder; none where there is no such folder. */
    public Uni<List<ListedObject>> list(ObjectKey folder) {
        return list(folder, 0);
    }

    private Uni<List<ListedObject>> list(ObjectKey folder, int offset) {
        return retrying(api.list(bucket(), new ListRequest(folder.value(), LISTED_AT_ONCE, offset)))
                .chain(entries -> {
                    List<ListedObject> found = new ArrayList<>();
                    for (Listed entry : entries) {
                        // Supabase's dashboard keeps empty folders by hidden files.
                        if (!entry.name().startsWith(".")) {
                            found.add(new ListedObject(
                                    new ObjectKey(folder.value() + "/" + entry.name()), entry.updatedAt()));
                        }
                    }
                    return entries.size() < LISTED_AT_ONCE
                            ? Uni.createFrom().item(found)
                            : list(folder, offset + LISTED_AT_ONCE).map(further -> {
                                found.addAll(further);
                                return found;
                            });
                });
    }

    /** Copies an object within the bucket, replacing what was at the destination. */
    public Uni<Void> copy(ObjectKey source, ObjectKey destination) {
        return retrying(api.copy(true, new CopyRequest(bucket(), source.value(), destination.value())))
                .replaceWithVoid();
    }

    /** Removes objects; those that are not there are fine. */
    public Uni<Void> delete(List<ObjectKey> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return retrying(api.delete(
                        bucket(),
                        new DeleteRequest(keys.stream().map(ObjectKey::value).toList())))
                .replaceWithVoid();
    }

    private String bucket() {
        return config.bucket();
    }

    private <T> Uni<T> retrying(Uni<T> request) {
        return retry.retrying(request);
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof StorageException e && e.isNotFound();
    }

    private static StoredObject describe(ObjectKey key, Path file, String contentType) throws IOException {
        return new StoredObject(key, Sha256.of(file), Files.size(file), contentType);
    }

    private static <T> Uni<T> blocking(IoCall<T> call) {
        return Uni.createFrom()
                .item(() -> {
                    try {
                        return call.get();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private interface IoCall<T> {
        T get() throws IOException;
    }
}
