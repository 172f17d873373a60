package pro.reelsai.local.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Takes uploads. */
final class ObjectWriter {
    private static final String UNTYPED = "application/octet-stream";
    private static final String UNCACHED = "no-cache";

    private final ObjectStore objects;
    private final Path drafts;
    private final long largestObject;

    ObjectWriter(ObjectStore objects, Path drafts, long largestObject) {
        this.objects = objects;
        this.drafts = drafts;
        this.largestObject = largestObject;
    }

    /**
     * Stores the body of a request as an object.
     *
     * @throws StorageException if the bucket does not take it: its type, its size, or the key is taken
     * @throws IOException if the sender breaks off or the disk fails
     */
    ObjectRecord receive(StorageRequest request, Bucket bucket, String key, boolean overwrite)
            throws IOException, StorageException {
        String mimeType =
                request.header("Content-Type").filter(type -> !type.isBlank()).orElse(UNTYPED);
        bucket.checkMimeType(mimeType);
        OptionalLong announced = request.contentLength();
        if (announced.isPresent() && announced.getAsLong() > bucket.sizeLimit(largestObject)) {
            throw StorageException.tooLarge();
        }
        if (!overwrite && objects.find(bucket.id(), key).isPresent()) {
            throw StorageException.duplicateObject();
        }
        // The real server, too, enforces a bucket's limit only where the length is announced.
        long limit = announced.isPresent() ? bucket.sizeLimit(largestObject) : largestObject;
        ContentHeaders headers =
                new ContentHeaders(mimeType, request.header("Cache-Control").orElse(UNCACHED));
        try (Draft draft = Draft.receive(drafts, request.body(), limit)) {
            if (announced.isPresent() && announced.getAsLong() != draft.size()) {
                throw new IOException("The sender broke off after " + draft.size() + " bytes");
            }
            return objects.put(bucket.id(), key, draft, headers, overwrite);
        }
    }
}
