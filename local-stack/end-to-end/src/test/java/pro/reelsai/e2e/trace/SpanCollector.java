package pro.reelsai.e2e.trace;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/**
 * A collector that keeps traces in memory. It takes them by
 * <a href="https://opentelemetry.io/docs/specs/otlp/#otlphttp">OTLP over HTTP</a> in binary Protobuf, uncompressed, from any
 * number of processes; whatever else comes is refused.
 */
public final class SpanCollector implements AutoCloseable {
    private static final String PROTOBUF = "application/x-protobuf";

    private final HttpServer server;
    private final Queue<ReceivedSpan> spans = new ConcurrentLinkedQueue<>();

    private SpanCollector(HttpServer server) {
        this.server = server;
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(404, -1);
            }
        });
        server.createContext("/v1/traces", this::take);
    }

    /**
     * Starts one on a free port of the loopback address.
     *
     * @throws IOException if there is none
     */
    public static SpanCollector start() throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        SpanCollector collector = new SpanCollector(HttpServer.create(address, 0));
        collector.server.start();
        return collector;
    }

    /** What {@code OTEL_EXPORTER_OTLP_ENDPOINT} has to be. */
    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Everything that has come so far, by the traces' ids. */
    public Map<String, Trace> traces() {
        return spans.stream()
                .collect(Collectors.groupingBy(
                        ReceivedSpan::trace, Collectors.collectingAndThen(Collectors.toList(), Trace::new)));
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean isKnown = PROTOBUF.equals(exchange.getRequestHeaders().getFirst("Content-Type"))
                    && !exchange.getRequestHeaders().containsKey("Content-Encoding");
            if (!isKnown) {
                exchange.sendResponseHeaders(415, -1);
                return;
            }
            spans.addAll(spans(ExportTraceServiceRequest.parseFrom(exchange.getRequestBody())));
            // An ExportTraceServiceResponse that refuses nothing has no bytes.
            exchange.getResponseHeaders().set("Content-Type", PROTOBUF);
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static List<ReceivedSpan> spans(ExportTraceServiceRequest request) {
        return request.getResourceSpansList().stream()
                .flatMap(resource -> resource.getScopeSpansList().stream()
                        .flatMap(scope -> scope.getSpansList().stream())
                        .map(span -> ReceivedSpan.of(service(resource), span)))
                .toList();
    }

    private static String service(ResourceSpans resource) {
        return ReceivedSpan.texts(resource.getResource().getAttributesList()).getOrDefault("service.name", "");
    }

    /** Stops it; what comes now is refused. */
    @Override
    public void close() {
        server.stop(0);
    }
}
