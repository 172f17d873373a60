package pro.reelsai.local.storage;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** The buckets, one JSON file each. */
final class BucketStore {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;
    private final Path drafts;
    private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final ReentrantLock writing = new ReentrantLock();

    BucketStore(Path directory, Path drafts) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.drafts = drafts;
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Bucket bucket = JSON.readValue(file.toFile(), Bucket.class);
                buckets.put(bucket.id(), bucket);
            }
        }
    }

    List<Bucket> all() {
        return buckets.values().stream()
                .sorted(Comparator.comparing(Bucket::id))
                .toList();
    }

    /**
     * @throws StorageException if there is none of this id
     */
    Bucket get(String id) throws StorageException {
        Bucket bucket = buckets.get(id);
        if (bucket == null) {
            throw StorageException.noSuchBucket();
        }
        return bucket;
    }

    boolean has(String id) {
        return buckets.containsKey(id);
    }

    /**
     * @throws StorageException if there is one of this id
     */
    void create(Bucket bucket) throws IOException, StorageException {
        writing.lock();
        try {
            if (buckets.containsKey(bucket.id())) {
                throw StorageException.duplicateBucket();
            }
            write(bucket);
        } finally {
            writing.unlock();
        }
    }

    /**
     * @throws StorageException if there is none of this id
     */
    void replace(Bucket bucket) throws IOException, StorageException {
        writing.lock();
        try {
            get(bucket.id());
            write(bucket);
        } finally {
            writing.unlock();
        }
    }

    /**
     * @throws StorageException if there is none of this id
     */
    void delete(String id) throws IOException, StorageException {
        writing.lock();
        try {
            get(id);
            DurableFiles.delete(file(id));
            buckets.remove(id);
        } finally {
            writing.unlock();
        }
    }

    private void write(Bucket bucket) throws IOException {
        DurableFiles.replace(file(bucket.id()), JSON.writeValueAsBytes(bucket), drafts);
        buckets.put(bucket.id(), bucket);
    }

    private Path file(String id) {
        return directory.resolve(id + ".json");
    }
}
