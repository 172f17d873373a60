package pro.reelsai.local.sentry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import pro.reelsai.local.vendor.VendorRefusal;
import pro.reelsai.local.vendor.VendorRequest;
import pro.reelsai.local.vendor.VendorServer;

/**
 * Takes errors as Sentry does: {@code POST /api/{project}/envelope/}, by the public key of the DSN. Refuses what Sentry
 * would refuse, and shows what has arrived.
 *
 * <p>Source: <a href="https://develop.sentry.dev/sdk/foundations/transport/envelopes/">Sentry's envelopes</a>.
 */
public final class SentryServer implements AutoCloseable {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String ROUTE = "POST /api/1/envelope/";
    private static final int LARGEST_ENVELOPE = 20 << 20;

    private final Map<String, SentryFault> faults = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final VendorServer server;

    private SentryServer() throws IOException {
        this.server = VendorServer.start(0, this::answer);
    }

    /**
     * Starts a server on a free port.
     *
     * @throws IOException if there is none
     */
    public static SentryServer start() throws IOException {
        return new SentryServer();
    }

    /** What a service takes for {@code SENTRY_DSN}. */
    public String dsn() {
        return server.url().replace("://", "://" + KEY + "@") + "/1";
    }

    /** The events so far, as they came. */
    public List<JsonNode> events() {
        return List.copyOf(events);
    }

    /** Lets the first event fail that holds a text. */
    public void fail(SentryFault fault, String marker) {
        faults.put(marker, fault);
    }

    private Optional<SentryFault> fault(Envelope envelope) {
        String text = envelope.items().stream()
                .map(item -> new String(item.payload(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        return faults.keySet().stream().filter(text::contains).findFirst().map(faults::remove);
    }

    private void answer(VendorRequest request) throws VendorRefusal, IOException {
        if (!request.route().equals(ROUTE)) {
            throw refusal(404, "no such project");
        }
        String auth = request.header("X-Sentry-Auth").orElse("");
        if (!auth.startsWith("Sentry ") || !auth.contains("sentry_version=7")) {
            throw refusal(401, "missing authorization information");
        }
        if (!auth.contains("sentry_key=" + KEY)) {
            throw refusal(403, "event submission rejected with_reason: ProjectId");
        }
        Envelope envelope = read(request);
        Optional<SentryFault> fault = fault(envelope);
        if (fault.isPresent()) {
            fail(request, fault.get());
            return;
        }
        for (Envelope.Item item : envelope.items()) {
            if (item.type().equals("event")) {
                events.add(item.json());
            }
        }
        request.json(200, Map.of("id", envelope.headers().path("event_id").asText()));
    }

    private static void fail(VendorRequest request, SentryFault fault) throws VendorRefusal, IOException {
        switch (fault) {
            case INVALID -> throw refusal(400, "invalid event envelope");
            case WRONG_KEY -> throw refusal(403, "event submission rejected with_reason: ProjectId");
            case TOO_LARGE -> throw refusal(413, "envelope exceeded size limits");
            case RATE_LIMITED ->
                throw new VendorRefusal(
                        429,
                        Map.of("Retry-After", "1", "X-Sentry-Rate-Limits", "1::organization"),
                        Map.of("detail", "rate limited"));
            case OVERLOADED -> throw refusal(503, "service unavailable");
            case BREAKS_OFF -> request.breakOff();
        }
    }

    private static Envelope read(VendorRequest request) throws VendorRefusal {
        boolean packed =
                request.header("Content-Encoding").filter("gzip"::equals).isPresent();
        try (InputStream raw = new ByteArrayInputStream(request.body());
                InputStream in = packed ? new GZIPInputStream(raw) : raw) {
            byte[] bytes = in.readNBytes(LARGEST_ENVELOPE + 1);
            if (bytes.length > LARGEST_ENVELOPE) {
                throw refusal(413, "envelope exceeded size limits");
            }
            return Envelope.parse(bytes);
        } catch (IOException e) {
            throw refusal(400, "invalid event envelope: " + e.getMessage());
        }
    }

    private static VendorRefusal refusal(int status, String detail) {
        return new VendorRefusal(status, Map.of(), Map.of("detail", detail));
    }

    /** Stops at once. */
    @Override
    public void close() {
        server.close();
    }
}
