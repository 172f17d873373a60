package pro.reelsai.local.replicate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * A server that speaks Replicate's HTTP API as far as the suite uses it, and refuses whatever Replicate's specification
 * does not allow. Predictions live as long as the server; their files as long as the settings say.
 *
 * <p>Source: <a href="https://replicate.com/docs/reference/http">Replicate's HTTP API</a> and its OpenAPI document.
 */
public final class ReplicateServer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ReplicateServer.class);

    private final HttpServer server;
    private final ExecutorService threads;
    private final HttpClient client;
    private final ReplicateRoutes routes;
    private final Faults faults;
    private final Tally tally;

    private ReplicateServer(HttpServer server, ReplicateSettings settings) {
        this.server = server;
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        this.faults = new Faults();
        this.tally = new Tally();
        String base = url().toString();
        Predictions predictions = new Predictions(base, settings.pageSize());
        Webhooks webhooks = new Webhooks(client, threads, settings, faults);
        Worker worker = new Worker(settings, threads, new SpeakingVideo(client), webhooks, faults, base);
        this.routes = new ReplicateRoutes(settings, predictions, worker, faults, tally, base);
    }

    /**
     * Starts a server.
     *
     * @throws IOException if the port is taken or the directory cannot be used
     */
    public static ReplicateServer start(ReplicateSettings settings) throws IOException {
        Files.createDirectories(settings.directory());
        HttpServer http =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 0);
        ReplicateServer server = new ReplicateServer(http, settings);
        http.setExecutor(server.threads);
        http.createContext("/", server::handle);
        http.start();
        return server;
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** What a service takes for {@code REPLICATE_BASE_URL}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** What should go wrong. */
    public Faults faults() {
        return faults;
    }

    /** What was asked for. */
    public Tally tally() {
        return tally;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            ReplicateRequest request = new ReplicateRequest(exchange);
            try {
                routes.handle(request);
            } catch (ReplicateError e) {
                request.reply(e.status(), e.body());
            } catch (RuntimeException e) {
                LOG.errorf(e, "Request failed: %s %s", request.method(), request.path());
                request.reply(500, ReplicateError.unavailable(500).body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server stops
        } catch (IOException e) {
            LOG.debugf(e, "A client went away: %s", exchange.getRequestURI().getPath());
        }
    }

    /** Stops at once, with all that runs. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        client.shutdownNow();
    }
}
