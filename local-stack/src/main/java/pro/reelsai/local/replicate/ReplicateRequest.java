package pro.reelsai.local.replicate;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One HTTP exchange: what was asked, and how it is answered. */
final class ReplicateRequest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_BODY = 4 << 20;

    private final HttpExchange exchange;
    private byte @Nullable [] body;

    ReplicateRequest(HttpExchange exchange) {
        this.exchange = exchange;
    }

    String method() {
        return exchange.getRequestMethod();
    }

    /** The path, still encoded. */
    String path() {
        return exchange.getRequestURI().getRawPath();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    Optional<String> query(String name) {
        String query = exchange.getRequestURI().getRawQuery();
        if (query == null) {
            return Optional.empty();
        }
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).equals(name)) {
                return Optional.of(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    /** The body as text, to tell requests apart by. */
    String text() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /**
     * The JSON object of the body.
     *
     * @throws ReplicateError if it is none
     */
    JsonNode json() throws IOException, ReplicateError {
        boolean announced = header("Content-Type")
                .map(type -> type.startsWith("application/json"))
                .orElse(false);
        try {
            JsonNode json = JSON.readTree(bytes());
            if (!announced || json == null || !json.isObject()) {
                throw ReplicateError.invalidJson();
            }
            return json;
        } catch (JacksonException e) {
            throw ReplicateError.invalidJson();
        }
    }

    void reply(int status, Object json) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(json);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    void replyFile(String contentType, Path file) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(200, Files.size(file));
        try (OutputStream out = exchange.getResponseBody()) {
            Files.copy(file, out);
        }
    }

    private byte[] bytes() throws IOException {
        if (body == null) {
            body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
        }
        return body;
    }
}
