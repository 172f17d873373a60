package pro.reelsai.local.vendor;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One request to a vendor, read whole, and its answer. */
public final class VendorRequest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_BODY = 64 << 20;

    private final HttpExchange exchange;
    private final byte[] body;
    private final Calls.Call call;

    VendorRequest(HttpExchange exchange, Calls calls) throws IOException {
        this.exchange = exchange;
        this.body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
        this.call = calls.add(this);
    }

    /** Method and path, such as {@code POST /v1/audio/speech}. */
    public String route() {
        return exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    }

    /** A header of the request. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** A parameter of the query string. */
    public Optional<String> query(String name) {
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        for (String pair : query.split("&")) {
            String[] sides = pair.split("=", 2);
            if (sides[0].equals(name)) {
                return Optional.of(sides.length == 1 ? "" : URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    /** The body. */
    public byte[] body() {
        return body;
    }

    /** The body as a JSON object; empty where it is none. */
    public Optional<JsonNode> json() {
        try {
            JsonNode json = JSON.readTree(body);
            return Optional.ofNullable(json).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new AssertionError("Reading from memory does not fail", e);
        }
    }

    /** Sets a header of the answer. */
    public void header(String name, String value) {
        exchange.getResponseHeaders().set(name, value);
    }

    /** Answers with JSON. */
    public void json(int answer, Object value) throws IOException {
        bytes(answer, "application/json", JSON.writeValueAsBytes(value));
    }

    /** Answers with bytes. */
    public void bytes(int answer, String contentType, byte[] bytes) throws IOException {
        call.answered(answer);
        header("Content-Type", contentType);
        exchange.sendResponseHeaders(answer, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** Announces bytes that never come, and hangs up. */
    public void breakOff() throws IOException {
        exchange.sendResponseHeaders(200, 1_000_000);
        exchange.getResponseBody().write(new byte[100]);
        exchange.getResponseBody().flush();
        exchange.close();
    }
}
