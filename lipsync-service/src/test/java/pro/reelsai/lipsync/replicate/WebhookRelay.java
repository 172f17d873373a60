package pro.reelsai.lipsync.replicate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import pro.reelsai.model.event.LipsyncCallback;
import pro.reelsai.runtime.event.EventCodec;
import pro.reelsai.runtime.json.ReelsJson;

/** Does with a webhook what the gateway does once it has checked it: an event, for the run that asked for the job. */
final class WebhookRelay implements AutoCloseable {
    private final HttpServer server;
    private final EventCodec codec = new EventCodec(ReelsJson.mapper());

    private WebhookRelay(HttpServer server) {
        this.server = server;
    }

    static WebhookRelay start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        WebhookRelay relay = new WebhookRelay(server);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/webhook/replicate", relay::receive);
        server.start();
        return relay;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String job = new ObjectMapper()
                    .readTree(exchange.getRequestBody())
                    .path("id")
                    .asText();
            UUID any = UUID.randomUUID();
            new Studio().send(codec.encode(new LipsyncCallback(any, any, any, 1, job, Instant.now())));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
