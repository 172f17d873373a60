package pro.reelsai.local.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An incoming webhook of Slack on this machine: takes what Slack takes, refuses what Slack refuses, keeps what was posted,
 * and fails where it is told to.
 *
 * <p>Source: api.slack.com/messaging/webhooks and api.slack.com/reference/surfaces/formatting.
 */
public final class SlackServer implements AutoCloseable {
    private static final String PATH = "/services/T00000000/B00000000/localSlackSecret";
    private static final Set<String> FIELDS =
            Set.of("text", "blocks", "attachments", "thread_ts", "mrkdwn", "unfurl_links", "unfurl_media");
    private static final int LONGEST_TEXT = 40_000;
    private static final int LONGEST_BODY = 256 * 1024;
    /** What may stand between angle brackets: a link, with or without a label. */
    private static final Pattern LINK = Pattern.compile("<https?://[^<>|\\s]+(\\|[^<>]+)?>");

    private static final Pattern BARE_AMPERSAND = Pattern.compile("&(?!(amp|lt|gt);)");

    private final ObjectMapper mapper = new ObjectMapper();
    private final List<String> posted = new CopyOnWriteArrayList<>();
    private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
    private final HttpServer server;
    private final ExecutorService threads;

    private SlackServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts a server on a free port.
     *
     * @throws IOException if there is none
     */
    public static SlackServer start() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        SlackServer slack = new SlackServer(http, threads);
        http.setExecutor(threads);
        http.createContext("/", slack::handle);
        http.start();
        return slack;
    }

    /** The webhook's address, which is a secret like a real one's. */
    public URI webhook() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    /** The texts that were taken, in their order. */
    public List<String> posted() {
        return List.copyOf(posted);
    }

    /** Lets the next post fail with a status, and a {@code Retry-After} in seconds where one is given. */
    public void failNext(int status, @Nullable Integer retryAfter) {
        failures.add(new Failure(status, retryAfter));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Failure failure = failures.poll();
            if (failure != null) {
                if (failure.retryAfter() != null) {
                    exchange.getResponseHeaders().set("Retry-After", String.valueOf(failure.retryAfter()));
                }
                answer(exchange, failure.status(), "told_to_fail");
                return;
            }
            Optional<String> refusal = refuse(exchange);
            if (refusal.isPresent()) {
                answer(exchange, refusal.get().equals("no_service") ? 404 : 400, refusal.get());
            } else {
                answer(exchange, 200, "ok");
            }
        }
    }

    private Optional<String> refuse(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals(PATH)
                || !exchange.getRequestMethod().equals("POST")) {
            return Optional.of("no_service");
        }
        @Nullable String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !type.startsWith("application/json")) {
            return Optional.of("invalid_payload");
        }
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY);
        try {
            JsonNode message = mapper.readTree(body);
            Optional<String> refusal = refuse(message);
            if (refusal.isEmpty()) {
                posted.add(message.get("text").asText());
            }
            return refusal;
        } catch (JsonProcessingException e) {
            return Optional.of("invalid_payload");
        }
    }

    private static Optional<String> refuse(JsonNode message) {
        if (!message.isObject() || message.propertyStream().anyMatch(field -> !FIELDS.contains(field.getKey()))) {
            return Optional.of("invalid_payload");
        }
        JsonNode text = message.get("text");
        if (text == null || !text.isTextual() || text.asText().isBlank()) {
            return Optional.of("no_text");
        }
        if (text.asText().length() > LONGEST_TEXT) {
            return Optional.of("msg_too_long");
        }
        // Links and quotations are meant; Slack itself would show the rest somehow, a fake is there to find it.
        String plain = LINK.matcher(text.asText()).replaceAll("").replaceAll("(?m)^> ", "");
        return plain.contains("<")
                        || plain.contains(">")
                        || BARE_AMPERSAND.matcher(plain).find()
                ? Optional.of("not_escaped")
                : Optional.empty();
    }

    private static void answer(HttpExchange exchange, int status, String word) throws IOException {
        byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Stops at once. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private record Failure(int status, @Nullable Integer retryAfter) {}
}
