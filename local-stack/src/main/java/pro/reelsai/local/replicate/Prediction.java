package pro.reelsai.local.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A prediction through its life. The first end counts; later ones change nothing. */
final class Prediction {
    private final String id;
    private final Order order;
    private final String base;
    private final Instant createdAt;
    private Status status = Status.STARTING;
    private @Nullable Instant startedAt;
    private @Nullable Instant completedAt;
    private @Nullable Object output;
    private @Nullable String error;
    private boolean dataRemoved;
    private @Nullable Thread worker;

    Prediction(String id, Order order, String base, Instant now) {
        this.id = id;
        this.order = order;
        this.base = base;
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    enum Status {
        STARTING,
        PROCESSING,
        SUCCEEDED,
        FAILED,
        CANCELED,
        ABORTED;

        boolean isTerminal() {
            return ordinal() >= SUCCEEDED.ordinal();
        }
    }

    String id() {
        return id;
    }

    Order order() {
        return order;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** The inputs as text, to find planned faults by. */
    String inputs() {
        return order.input().toString();
    }

    synchronized Status status() {
        return status;
    }

    synchronized void workedOnBy(Thread thread) {
        worker = thread;
    }

    synchronized boolean begin(Instant now) {
        if (status != Status.STARTING) {
            return false;
        }
        status = Status.PROCESSING;
        startedAt = now.truncatedTo(ChronoUnit.MICROS);
        return true;
    }

    /** Ends it; false if it had ended. */
    synchronized boolean end(Status end, @Nullable Object result, @Nullable String message, Instant now) {
        if (status.isTerminal()) {
            return false;
        }
        status = end;
        output = result;
        error = message;
        completedAt = now.truncatedTo(ChronoUnit.MICROS);
        return true;
    }

    /** Stops it, if it has not ended. */
    boolean cancel(Status end, Instant now) {
        boolean stopped = end(end, null, null, now);
        Thread thread;
        synchronized (this) {
            thread = worker;
        }
        if (stopped && thread != null) {
            thread.interrupt();
        }
        return stopped;
    }

    synchronized Optional<Instant> completedAt() {
        return Optional.ofNullable(completedAt);
    }

    synchronized void removeData() {
        dataRemoved = true;
        output = null;
    }

    synchronized Map<String, @Nullable Object> json() {
        JsonNode input = order.input();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("model", order.model().name());
        json.put("version", order.model().version());
        json.put("input", dataRemoved ? Map.of() : input);
        json.put("logs", "");
        json.put("output", output);
        json.put("data_removed", dataRemoved);
        json.put("error", error);
        json.put("source", "api");
        json.put("status", status.name().toLowerCase(Locale.ROOT));
        json.put("created_at", createdAt.toString());
        json.put("started_at", startedAt == null ? null : startedAt.toString());
        json.put("completed_at", completedAt == null ? null : completedAt.toString());
        json.put("metrics", metrics());
        String self = base + "/v1/predictions/" + id;
        json.put("urls", Map.of("get", self, "cancel", self + "/cancel"));
        return json;
    }

    private Map<String, Object> metrics() {
        return startedAt == null || completedAt == null
                ? Map.of()
                : Map.of(
                        "predict_time", Duration.between(startedAt, completedAt).toNanos() / 1e9);
    }
}
