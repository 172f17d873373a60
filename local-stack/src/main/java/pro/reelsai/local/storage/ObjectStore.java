package pro.reelsai.local.storage;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * The objects on disk. The bytes of every version are a file of their own that is never written again; a sidecar file
 * names the current version, and replacing it is the moment a write becomes visible. A reader who has opened an object
 * therefore reads it to its end, whatever is written meanwhile.
 */
final class ObjectStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int STRIPES = 64;

    private final ObjectFiles files;
    private final ConcurrentMap<String, NavigableMap<String, ObjectRecord>> index = new ConcurrentHashMap<>();
    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toList();

    /** Opens a directory, reads what it holds and throws away what a crash has left half done. */
    ObjectStore(ObjectFiles files) throws IOException {
        this.files = files;
        for (ObjectRecord object : files.recover()) {
            objects(object.bucket()).put(object.key(), object);
        }
    }

    Optional<ObjectRecord> find(String bucket, String key) {
        return Optional.ofNullable(objects(bucket).get(key));
    }

    /**
     * @throws StorageException if there is no such object
     */
    ObjectRecord get(String bucket, String key) throws StorageException {
        return find(bucket, key).orElseThrow(StorageException::noSuchKey);
    }

    /** The objects whose keys begin with a prefix, in the order of their keys. */
    List<ObjectRecord> withPrefix(String bucket, String prefix) {
        return objects(bucket).tailMap(prefix, true).values().stream()
                .takeWhile(object -> object.key().startsWith(prefix))
                .toList();
    }

    /**
     * Opens an object's bytes.
     *
     * @throws StorageException if it has been deleted meanwhile
     */
    OpenObject open(ObjectRecord object) throws IOException, StorageException {
        try {
            return new OpenObject(object, FileChannel.open(files.bytes(object), StandardOpenOption.READ));
        } catch (NoSuchFileException e) {
            ObjectRecord current = get(object.bucket(), object.key());
            return new OpenObject(current, FileChannel.open(files.bytes(current), StandardOpenOption.READ));
        }
    }

    /**
     * Makes a draft the content of a key.
     *
     * @param overwrite whether the key may hold an object already
     * @throws StorageException if it does and may not
     */
    ObjectRecord put(String bucket, String key, Draft draft, ContentHeaders headers, boolean overwrite)
            throws IOException, StorageException {
        ReentrantLock lock = lock(bucket, key);
        lock.lock();
        try {
            ObjectRecord old = objects(bucket).get(key);
            if (old != null && !overwrite) {
                throw StorageException.duplicateObject();
            }
            String now = Timestamps.now();
            ObjectRecord written = new ObjectRecord(
                    bucket,
                    key,
                    old == null ? UUID.randomUUID().toString() : old.id(),
                    UUID.randomUUID().toString(),
                    draft.size(),
                    headers.mimeType(),
                    headers.cacheControl(),
                    draft.etag(),
                    old == null ? now : old.createdAt(),
                    now,
                    now);
            Path sidecar = files.sidecar(bucket, key);
            DurableFiles.move(draft.file(), files.bytes(written));
            DurableFiles.replace(sidecar, JSON.writeValueAsBytes(written), files.drafts());
            objects(bucket).put(key, written);
            if (old != null) {
                DurableFiles.delete(files.bytes(old));
            }
            return written;
        } finally {
            lock.unlock();
        }
    }

    /** Copies an object, which costs no bytes. */
    ObjectRecord copy(ObjectRecord source, String bucket, String key, boolean overwrite)
            throws IOException, StorageException {
        try (Draft draft = Draft.sameBytes(files.drafts(), files.bytes(source), source)) {
            return put(bucket, key, draft, new ContentHeaders(source.mimeType(), source.cacheControl()), overwrite);
        } catch (NoSuchFileException e) {
            throw StorageException.noSuchKey();
        }
    }

    /** Deletes an object; empty if there was none. */
    Optional<ObjectRecord> delete(String bucket, String key) throws IOException {
        ReentrantLock lock = lock(bucket, key);
        lock.lock();
        try {
            ObjectRecord old = objects(bucket).get(key);
            if (old == null) {
                return Optional.empty();
            }
            DurableFiles.delete(files.sidecar(bucket, key));
            objects(bucket).remove(key);
            DurableFiles.delete(files.bytes(old));
            return Optional.of(old);
        } finally {
            lock.unlock();
        }
    }

    private NavigableMap<String, ObjectRecord> objects(String bucket) {
        return index.computeIfAbsent(bucket, id -> new ConcurrentSkipListMap<>());
    }

    private ReentrantLock lock(String bucket, String key) {
        return locks.get(Math.floorMod((bucket + "/" + key).hashCode(), STRIPES));
    }
}
