package pro.reelsai.local.storage;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The faults that are planned for a storage server; none, unless a test asks for some.
 *
 * <p>Over HTTP, and only where the server's settings allow it: {@code POST /faults} with {@code method}, {@code path},
 * {@code kind} ({@code refuse}, {@code cut}, {@code stall}), {@code status}, {@code stall_ms} and {@code times} plans one,
 * {@code GET /faults} tells how many requests are still to suffer, {@code DELETE /faults} forgets them all.
 */
public final class StorageFaults {
    private static final String ROUTE = "/faults";
    private static final int VEIL = 400;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;

    private final List<StorageFault> planned = new ArrayList<>();
    private final boolean overHttp;

    StorageFaults(boolean overHttp) {
        this.overHttp = overHttp;
    }

    /** Plans a fault; those planned first come first. */
    public synchronized void plan(StorageFault fault) {
        planned.add(fault);
    }

    /** Forgets what is planned. */
    public synchronized void clear() {
        planned.clear();
    }

    /** How many requests are still to suffer. */
    public synchronized int left() {
        return planned.stream().mapToInt(StorageFault::times).sum();
    }

    /**
     * Lets a request suffer what is planned for it.
     *
     * @return whether it is answered by that
     * @throws IOException if the connection should break
     */
    boolean befall(StorageRequest request) throws IOException {
        if (overHttp && request.path().equals(ROUTE)) {
            administer(request);
            return true;
        }
        Optional<StorageFault> fault = take(request);
        if (fault.isEmpty()) {
            return false;
        }
        switch (fault.get().kind()) {
            case REFUSE -> {
                refuse(request, fault.get().status());
                return true;
            }
            case CUT -> throw cut(request);
            case STALL -> {
                stall(fault.get().stall());
                return false;
            }
        }
        throw new AssertionError(fault.get().kind());
    }

    private synchronized Optional<StorageFault> take(StorageRequest request) {
        for (int i = 0; i < planned.size(); i++) {
            StorageFault fault = planned.get(i);
            if (fault.befalls(request.method(), request.path())) {
                planned.set(i, fault.once());
                planned.removeIf(done -> done.times() == 0);
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** As the real server does it: most errors of a client travel as 400, those of resumable uploads as plain text. */
    private static void refuse(StorageRequest request, int status) throws IOException {
        if (request.path().startsWith(TusRoutes.ROOT)) {
            request.reply(status, "text/plain;charset=UTF-8", "Failed on purpose".getBytes(StandardCharsets.UTF_8));
            return;
        }
        boolean veiled = status < SERVER_ERRORS && status != TOO_MANY_REQUESTS;
        request.replyJson(
                veiled ? VEIL : status,
                Map.of("statusCode", Integer.toString(status), "error", "on_purpose", "message", "Failed on purpose"));
    }

    private static IOException cut(StorageRequest request) throws IOException {
        request.body().skipNBytes(request.contentLength().orElse(0) / 2);
        return new IOException("Cut on purpose");
    }

    private static void stall(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The server stops");
        }
    }

    private void administer(StorageRequest request) throws IOException {
        try {
            switch (request.method()) {
                case "POST" -> plan(read(request.json()));
                case "DELETE" -> clear();
                default -> {}
            }
            request.replyJson(200, Map.of("left", left()));
        } catch (StorageException | IllegalArgumentException e) {
            request.replyJson(400, Map.of("message", String.valueOf(e.getMessage())));
        }
    }

    private static StorageFault read(JsonNode json) {
        return new StorageFault(
                json.path("method").asText("POST"),
                json.path("path").asText("/object/"),
                StorageFault.Kind.valueOf(json.path("kind").asText().toUpperCase(Locale.ROOT)),
                json.path("status").asInt(500),
                Duration.ofMillis(json.path("stall_ms").asLong(0)),
                json.path("times").asInt(1));
    }
}
