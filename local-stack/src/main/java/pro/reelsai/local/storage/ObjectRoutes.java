package pro.reelsai.local.storage;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pro.reelsai.local.storage.Callers.Caller;

/** {@code /object}: reads, writes, copies and deletions by callers with a token. */
final class ObjectRoutes {
    private static final int MOST_DELETIONS = 1000;

    private final BucketStore buckets;
    private final ObjectStore objects;
    private final ObjectReader reader;
    private final ObjectWriter writer;
    private final Callers callers;

    ObjectRoutes(BucketStore buckets, ObjectStore objects, ObjectReader reader, ObjectWriter writer, Callers callers) {
        this.buckets = buckets;
        this.objects = objects;
        this.reader = reader;
        this.writer = writer;
        this.callers = callers;
    }

    /** {@code GET|HEAD /object/public/…} */
    void readPublic(StorageRequest request, ObjectPath path) throws IOException, StorageException {
        if (!buckets.get(path.bucket()).isPublic()) {
            throw StorageException.noSuchBucket();
        }
        reader.send(request, objects.get(path.bucket(), path.key()));
    }

    /** {@code GET|HEAD /object/authenticated/…} */
    void readAuthenticated(StorageRequest request, ObjectPath path) throws IOException, StorageException {
        read(request, path, callers.require(request));
    }

    /** {@code GET|HEAD /object/…} */
    void read(StorageRequest request, ObjectPath path) throws IOException, StorageException {
        read(request, path, callers.requireToSeeBuckets(request));
    }

    private void read(StorageRequest request, ObjectPath path, Caller caller) throws IOException, StorageException {
        buckets.get(path.bucket());
        caller.checkRead();
        reader.send(request, objects.get(path.bucket(), path.key()));
    }

    /** {@code GET|HEAD /object/info/…} */
    void info(StorageRequest request, ObjectPath path) throws IOException, StorageException {
        Caller caller = callers.requireToSeeBuckets(request);
        buckets.get(path.bucket());
        caller.checkRead();
        ObjectRecord object = objects.get(path.bucket(), path.key());
        request.setHeader("ETag", object.etag());
        request.setHeader("Last-Modified", Timestamps.http(object.modifiedAt()));
        request.setHeader("Cache-Control", object.cacheControl());
        request.replyJson(200, ObjectRow.Info.of(object));
    }

    /** {@code POST|PUT /object/…} */
    void upload(StorageRequest request, ObjectPath path) throws IOException, StorageException {
        Caller caller = callers.require(request);
        boolean overwrite = request.method().equals("PUT") || request.flag("x-upsert");
        Bucket bucket = buckets.get(path.bucket());
        ObjectKeys.check(path.bucket(), path.key());
        caller.checkWrite();
        ObjectRecord written = writer.receive(request, bucket, path.key(), overwrite);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("Key", path.plain());
        answer.put("Id", written.id());
        request.replyJson(200, answer);
    }

    /** {@code DELETE /object/bucket/key} */
    void delete(StorageRequest request, ObjectPath path) throws IOException, StorageException {
        Caller caller = callers.require(request);
        boolean json = request.header("Content-Type").orElse("").startsWith("application/json");
        if (json) {
            request.json();
        }
        buckets.get(path.bucket());
        caller.checkDelete();
        objects.delete(path.bucket(), path.key()).orElseThrow(StorageException::noSuchKey);
        request.replyJson(200, Map.of("message", "Successfully deleted"));
    }

    /** {@code DELETE /object/bucket} with a list of keys; those that do not exist are passed over. */
    void deleteMany(StorageRequest request, String bucket) throws IOException, StorageException {
        Caller caller = callers.require(request);
        JsonNode keys = StorageRequest.required(request.json(), "prefixes");
        if (keys.size() > MOST_DELETIONS) {
            throw StorageException.invalidRequest("body/prefixes must NOT have more than " + MOST_DELETIONS + " items");
        }
        buckets.get(bucket);
        List<Map<String, Object>> deleted = new ArrayList<>();
        if (caller == Caller.SERVICE) {
            for (JsonNode key : keys) {
                objects.delete(bucket, key.asText()).map(ObjectRow::full).ifPresent(deleted::add);
            }
        }
        request.replyJson(200, deleted);
    }

    /** {@code POST /object/copy} */
    void copy(StorageRequest request) throws IOException, StorageException {
        Transfer transfer = transfer(request);
        ObjectRecord copy =
                objects.copy(transfer.source(), transfer.bucket(), transfer.destination(), request.flag("x-upsert"));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("Key", copy.bucket() + "/" + copy.key());
        answer.put("Id", copy.id());
        answer.putAll(ObjectRow.full(copy));
        request.replyJson(200, answer);
    }

    /** {@code POST /object/move} */
    void move(StorageRequest request) throws IOException, StorageException {
        Transfer transfer = transfer(request);
        Optional<ObjectRecord> taken = objects.find(transfer.bucket(), transfer.destination());
        if (taken.isPresent()) {
            throw StorageException.duplicateMoveTarget();
        }
        objects.copy(transfer.source(), transfer.bucket(), transfer.destination(), false);
        objects.delete(transfer.source().bucket(), transfer.source().key());
        request.replyJson(200, Map.of("message", "Successfully moved"));
    }

    private Transfer transfer(StorageRequest request) throws IOException, StorageException {
        Caller caller = callers.require(request);
        JsonNode json = request.json();
        String bucket = StorageRequest.required(json, "bucketId").asText();
        String source = StorageRequest.required(json, "sourceKey").asText();
        String destination = StorageRequest.required(json, "destinationKey").asText();
        String destinationBucket = json.path("destinationBucket").asText(bucket);
        buckets.get(bucket);
        buckets.get(destinationBucket);
        ObjectKeys.check(destinationBucket, destination);
        caller.checkRead();
        return new Transfer(objects.get(bucket, source), destinationBucket, destination);
    }

    private record Transfer(ObjectRecord source, String bucket, String destination) {}
}
