package pro.reelsai.local.replicate;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All predictions that were made, and the list of them: newest first, in pages. */
final class Predictions {
    private final List<Prediction> all = new ArrayList<>();
    private final String base;
    private final int pageSize;

    Predictions(String base, int pageSize) {
        this.base = base;
        this.pageSize = pageSize;
    }

    synchronized void add(Prediction prediction) {
        all.add(prediction);
    }

    synchronized Optional<Prediction> find(String id) {
        return all.stream().filter(prediction -> prediction.id().equals(id)).findFirst();
    }

    synchronized List<Prediction> all() {
        return List.copyOf(all);
    }

    /** {@code GET /v1/predictions}; the cursor names the last prediction of the page before. */
    Map<String, @Nullable Object> page(ReplicateRequest request) throws ReplicateError {
        Instant after = time(request, "created_after", Instant.MIN);
        Instant before = time(request, "created_before", Instant.MAX);
        List<Prediction> matching = all().reversed().stream()
                .filter(prediction -> !prediction.createdAt().isBefore(after))
                .filter(prediction -> prediction.createdAt().isBefore(before))
                .toList();
        Optional<String> cursor = request.query("cursor");
        List<Prediction> rest = cursor.isEmpty()
                ? matching
                : matching.stream()
                        .dropWhile(prediction -> !prediction.id().equals(cursor.get()))
                        .skip(1)
                        .toList();
        List<Prediction> page = rest.stream().limit(pageSize).toList();
        boolean more = rest.size() > page.size();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put(
                "next", more ? base + "/v1/predictions?cursor=" + page.getLast().id() + filters(request) : null);
        json.put("previous", null);
        json.put("results", page.stream().map(Prediction::json).toList());
        return json;
    }

    private static String filters(ReplicateRequest request) {
        StringBuilder filters = new StringBuilder();
        for (String name : List.of("created_after", "created_before")) {
            request.query(name).ifPresent(value -> filters.append('&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        }
        return filters.toString();
    }

    private static Instant time(ReplicateRequest request, String name, Instant otherwise) throws ReplicateError {
        Optional<String> text = request.query(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return OffsetDateTime.parse(text.get()).toInstant();
        } catch (DateTimeParseException e) {
            throw ReplicateError.invalid("format", name, "Does not match format 'date-time'");
        }
    }
}
