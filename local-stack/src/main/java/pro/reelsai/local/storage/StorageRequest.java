package pro.reelsai.local.storage;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One HTTP exchange: what was asked, and how it is answered. */
final class StorageRequest {
    private static final String AUTHORIZATION = "Authorization";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_JSON = 1 << 20;
    private static final long MOST_TO_DRAIN = 256L << 20;

    private final HttpExchange exchange;
    private final String path;
    private @Nullable String token;

    /**
     * @param exchange the exchange
     * @param path the path below the storage's root, still encoded, with a leading slash
     */
    StorageRequest(HttpExchange exchange, String path) {
        this.exchange = exchange;
        this.path = path;
    }

    String method() {
        return exchange.getRequestMethod();
    }

    boolean isHead() {
        return method().equals("HEAD");
    }

    String path() {
        return path;
    }

    Optional<String> header(String name) {
        Optional<String> sent = Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
        return name.equals(AUTHORIZATION) ? sent.or(() -> Optional.ofNullable(token)) : sent;
    }

    /** Lets the request have a token, where it brings none of its own. */
    void authorize(String jwt) {
        token = "Bearer " + jwt;
    }

    /** The address of a path below the storage's root, as the caller reaches it. */
    String absolute(String below) {
        String whole = exchange.getRequestURI().getRawPath();
        String root = whole.substring(0, whole.length() - path.length());
        return "http://" + header("Host").orElse("127.0.0.1") + root + below;
    }

    boolean flag(String name) {
        return header(name).map("true"::equalsIgnoreCase).orElse(false);
    }

    OptionalLong contentLength() {
        return header("Content-Length")
                .map(Long::parseLong)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    InputStream body() {
        return exchange.getRequestBody();
    }

    /** A parameter of the query string; empty where it is missing, "" where it has no value. */
    Optional<String> query(String name) {
        String query = exchange.getRequestURI().getRawQuery();
        if (query == null) {
            return Optional.empty();
        }
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if ((equals < 0 ? pair : pair.substring(0, equals)).equals(name)) {
                return Optional.of(equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return Optional.empty();
    }

    /**
     * The JSON of the body.
     *
     * @throws StorageException if it is none
     */
    JsonNode json() throws IOException, StorageException {
        byte[] bytes = body().readNBytes(LARGEST_JSON + 1);
        if (bytes.length > LARGEST_JSON) {
            throw StorageException.tooLarge();
        }
        if (bytes.length == 0) {
            throw StorageException.emptyJson();
        }
        try {
            return JSON.readTree(bytes);
        } catch (JacksonException e) {
            throw StorageException.invalidJson();
        }
    }

    /**
     * A field that the JSON of the body must have.
     *
     * @throws StorageException if it has not
     */
    static JsonNode required(JsonNode json, String field) throws StorageException {
        JsonNode value = json.get(field);
        if (value == null) {
            throw StorageException.invalidRequest("body must have required property '" + field + "'");
        }
        return value;
    }

    void setHeader(String name, String value) {
        exchange.getResponseHeaders().set(name, value);
    }

    void replyJson(int status, Object body) throws IOException {
        reply(status, "application/json; charset=utf-8", JSON.writeValueAsBytes(body));
    }

    /** Answers in the name of the gateway before the storage, which names no character set. */
    void replyRefusal(Object body) throws IOException {
        reply(401, "application/json", JSON.writeValueAsBytes(body));
    }

    void reply(int status, String contentType, byte[] body) throws IOException {
        drain();
        setHeader("Content-Type", contentType);
        if (isHead() || body.length == 0) {
            replyEmpty(status, body.length);
            return;
        }
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** Answers without a body; the length is what a GET would have brought. */
    void replyEmpty(int status, long length) throws IOException {
        drain();
        setHeader("Content-Length", Long.toString(length));
        exchange.sendResponseHeaders(status, -1);
    }

    /** Answers without a body, nor a word of its length. */
    void replyNothing(int status) throws IOException {
        drain();
        exchange.sendResponseHeaders(status, -1);
    }

    OutputStream replyStream(int status, long length) throws IOException {
        exchange.sendResponseHeaders(status, length);
        return exchange.getResponseBody();
    }

    /** Takes the rest of an upload that was refused: most clients read the answer only after they have sent it all. */
    private void drain() throws IOException {
        InputStream rest = body();
        byte[] buffer = new byte[64 * 1024];
        long drained = 0;
        for (int read = rest.read(buffer); read >= 0 && drained < MOST_TO_DRAIN; read = rest.read(buffer)) {
            drained += read;
        }
    }

    /** Decodes percent signs only: a plus sign is a plus sign in a path. */
    static String decode(String encoded) {
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
