package pro.reelsai.local.storage;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code POST /object/list/bucket}: the entries of one folder. */
final class ListRoutes {
    private static final int DEFAULT_LIMIT = 100;

    private final BucketStore buckets;
    private final ObjectStore objects;
    private final Callers callers;

    ListRoutes(BucketStore buckets, ObjectStore objects, Callers callers) {
        this.buckets = buckets;
        this.objects = objects;
        this.callers = callers;
    }

    void list(StorageRequest request, String bucket) throws IOException, StorageException {
        Callers.Caller caller = callers.require(request);
        JsonNode json = request.json();
        String prefix = StorageRequest.required(json, "prefix").asText();
        if (caller != Callers.Caller.SERVICE || !buckets.has(bucket)) {
            request.replyJson(200, List.of());
            return;
        }
        String folder = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
        List<ObjectRow.Entry> entries =
                entries(bucket, folder, json.path("search").asText(""));
        entries.sort(order(json.path("sortBy")));
        request.replyJson(
                200,
                entries.stream()
                        .skip(json.path("offset").asInt(0))
                        .limit(json.path("limit").asInt(DEFAULT_LIMIT))
                        .toList());
    }

    private List<ObjectRow.Entry> entries(String bucket, String folder, String search) {
        Map<String, ObjectRow.Entry> entries = new LinkedHashMap<>();
        for (ObjectRecord object : objects.withPrefix(bucket, folder + search)) {
            String name = object.key().substring(folder.length());
            int slash = name.indexOf('/');
            if (slash < 0) {
                entries.put(name, ObjectRow.Entry.of(name, object));
            } else {
                String subfolder = name.substring(0, slash);
                // A folder and an object may bear the same name.
                entries.putIfAbsent(subfolder + "/", ObjectRow.Entry.folder(subfolder));
            }
        }
        return new ArrayList<>(entries.values());
    }

    private static Comparator<ObjectRow.Entry> order(JsonNode sortBy) {
        Comparator<ObjectRow.Entry> order =
                switch (sortBy.path("column").asText("name")) {
                    case "updated_at" ->
                        Comparator.comparing(entry -> Objects.requireNonNullElse(entry.updatedAt(), ""));
                    case "created_at", "last_accessed_at" ->
                        Comparator.comparing(entry -> Objects.requireNonNullElse(entry.createdAt(), ""));
                    default -> Comparator.comparing(ObjectRow.Entry::name);
                };
        return sortBy.path("order").asText("asc").equalsIgnoreCase("desc") ? order.reversed() : order;
    }
}
