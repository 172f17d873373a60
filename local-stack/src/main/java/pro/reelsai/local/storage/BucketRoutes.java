package pro.reelsai.local.storage;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /bucket}: the service role's buckets. */
final class BucketRoutes {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})\\s*(B|KB|MB|GB)?", Pattern.CASE_INSENSITIVE);

    private final BucketStore buckets;
    private final ObjectStore objects;
    private final Callers callers;
    private final long largestObject;

    BucketRoutes(BucketStore buckets, ObjectStore objects, Callers callers, long largestObject) {
        this.buckets = buckets;
        this.objects = objects;
        this.callers = callers;
        this.largestObject = largestObject;
    }

    /** Answers a request below {@code /bucket}; false where there is no such route. */
    boolean handle(StorageRequest request, String rest) throws IOException, StorageException {
        if (rest.isEmpty() || rest.equals("/")) {
            switch (request.method()) {
                case "POST" -> create(request);
                case "GET" -> list(request);
                default -> {
                    return false;
                }
            }
            return true;
        }
        String id = StorageRequest.decode(rest.substring(1));
        switch (request.method()) {
            case "GET", "HEAD" -> get(request, id);
            case "PUT" -> update(request, id);
            case "DELETE" -> delete(request, id);
            case "POST" -> {
                if (!id.endsWith("/empty")) {
                    return false;
                }
                empty(request, id.substring(0, id.length() - "/empty".length()));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void create(StorageRequest request) throws IOException, StorageException {
        Callers.Caller caller = callers.require(request);
        JsonNode json = request.json();
        String name = StorageRequest.required(json, "name").asText();
        Bucket.checkName(name);
        caller.checkWrite();
        String now = Timestamps.now();
        buckets.create(new Bucket(
                name,
                name,
                "",
                json.path("public").asBoolean(false),
                sizeLimit(json.path("file_size_limit")),
                mimeTypes(json.path("allowed_mime_types")),
                now,
                now));
        request.replyJson(200, Map.of("name", name));
    }

    private void list(StorageRequest request) throws IOException, StorageException {
        boolean all = callers.require(request) == Callers.Caller.SERVICE;
        request.replyJson(200, all ? buckets.all().stream().map(Bucket::listed).toList() : List.of());
    }

    private void get(StorageRequest request, String id) throws IOException, StorageException {
        request.replyJson(200, visible(request, id));
    }

    private void update(StorageRequest request, String id) throws IOException, StorageException {
        Bucket old = visible(request, id);
        JsonNode json = request.json();
        buckets.replace(new Bucket(
                old.id(),
                old.name(),
                old.owner(),
                json.path("public").asBoolean(old.isPublic()),
                json.has("file_size_limit") ? sizeLimit(json.get("file_size_limit")) : old.fileSizeLimit(),
                json.has("allowed_mime_types") ? mimeTypes(json.get("allowed_mime_types")) : old.allowedMimeTypes(),
                old.createdAt(),
                Timestamps.now()));
        request.replyJson(200, Map.of("message", "Successfully updated"));
    }

    private void delete(StorageRequest request, String id) throws IOException, StorageException {
        visible(request, id);
        if (!objects.withPrefix(id, "").isEmpty()) {
            throw StorageException.bucketNotEmpty();
        }
        buckets.delete(id);
        request.replyJson(200, Map.of("message", "Successfully deleted"));
    }

    private void empty(StorageRequest request, String id) throws IOException, StorageException {
        visible(request, id);
        for (ObjectRecord object : objects.withPrefix(id, "")) {
            objects.delete(id, object.key());
        }
        request.replyJson(200, Map.of("message", "Empty bucket has been queued. Completion may take up to an hour."));
    }

    private Bucket visible(StorageRequest request, String id) throws StorageException {
        if (callers.require(request) != Callers.Caller.SERVICE) {
            throw StorageException.noSuchBucket();
        }
        return buckets.get(id);
    }

    /** A number of bytes, or a text such as {@code 20MB}, in decimal units as the server counts them. */
    private @Nullable Long sizeLimit(JsonNode json) throws StorageException {
        if (json.isMissingNode() || json.isNull()) {
            return null;
        }
        Matcher matcher = SIZE.matcher(json.asText());
        if (!matcher.matches()) {
            throw StorageException.invalidRequest("body/file_size_limit must be a size");
        }
        String unit = matcher.group(2) == null ? "B" : matcher.group(2).toUpperCase(Locale.ROOT);
        long factor =
                switch (unit) {
                    case "KB" -> 1_000L;
                    case "MB" -> 1_000_000L;
                    case "GB" -> 1_000_000_000L;
                    default -> 1L;
                };
        long bytes = Long.parseLong(matcher.group(1)) * factor;
        if (bytes > largestObject) {
            throw StorageException.tooLarge();
        }
        return bytes;
    }

    private static @Nullable List<String> mimeTypes(JsonNode json) {
        if (!json.isArray()) {
            return null;
        }
        List<String> types = new ArrayList<>();
        json.forEach(type -> types.add(type.asText()));
        return types;
    }
}
