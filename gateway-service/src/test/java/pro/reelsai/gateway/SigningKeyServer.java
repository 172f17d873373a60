package pro.reelsai.gateway;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;

/** Publishes signing keys as Supabase Auth does. */
final class SigningKeyServer implements AutoCloseable {
    private static final AtomicInteger READINGS = new AtomicInteger();
    private static volatile String published = "{\"keys\":[]}";
    private static volatile boolean away;

    private final HttpServer server;

    private SigningKeyServer(HttpServer server) {
        this.server = server;
    }

    static SigningKeyServer start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            READINGS.incrementAndGet();
            byte[] body = published.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(away ? 503 : 200, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
        return new SigningKeyServer(server);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json";
    }

    static void publish(List<PublicJsonWebKey> keys) {
        published = new JsonWebKeySet(keys).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    static void away(boolean now) {
        away = now;
    }

    static int readings() {
        return READINGS.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
