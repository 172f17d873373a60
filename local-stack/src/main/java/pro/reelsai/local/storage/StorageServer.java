package pro.reelsai.local.storage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import pro.reelsai.local.AccessTokens;
import pro.reelsai.local.JsonWebTokens;
import pro.reelsai.local.auth.AuthHandler;

/**
 * A storage server on disk that speaks the Supabase Storage protocol, as recorded from storage-api 1.70.6: at the root
 * like the storage service itself, and below {@code /storage/v1} like a Supabase project, which also asks for an API key.
 *
 * <p>Bodies are streamed both ways. An object appears whole or not at all, and is on the disk when its upload is
 * answered.
 */
public final class StorageServer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(StorageServer.class);
    private static final String PROJECT_PREFIX = "/storage/v1";

    static {
        // Without it a small answer waits 40 ms for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // Clients keep pooled connections for longer than the default 30 s, and would meet closed ones.
        System.setProperty("sun.net.httpserver.idleInterval", "3600");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final ApiGate gate;
    private final StorageRoutes routes;
    private final StorageFaults faults;

    private StorageServer(
            HttpServer server, ExecutorService threads, ApiGate gate, StorageRoutes routes, StorageFaults faults) {
        this.server = server;
        this.threads = threads;
        this.gate = gate;
        this.routes = routes;
        this.faults = faults;
    }

    /**
     * Starts a server.
     *
     * @throws IOException if the port is taken or the directory cannot be used
     */
    public static StorageServer start(StorageSettings settings) throws IOException {
        StorageRoutes routes = StorageRoutes.open(settings, new JsonWebTokens(settings.jwtSecret(), Clock.systemUTC()));
        HttpServer http =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 0);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        StorageServer server =
                new StorageServer(http, threads, new ApiGate(settings), routes, new StorageFaults(settings.faults()));
        http.setExecutor(threads);
        http.createContext("/", server::handle);
        // A Supabase project has both under one address.
        String url = "http://127.0.0.1:" + http.getAddress().getPort();
        http.createContext(
                AuthHandler.PATH, new AuthHandler(new AccessTokens(settings.jwtSecret(), url), settings.anonKey()));
        http.start();
        return server;
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** What a service takes for {@code SUPABASE_URL}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** What should go wrong with this server, for tests. */
    public StorageFaults faults() {
        return faults;
    }

    /** Lets a day pass for the resumable uploads that have begun: they expire. */
    public void expireUploads() {
        routes.uploads().age();
    }

    /** How many bytes have come by resumable uploads, those that were of no use included. */
    public long receivedInPieces() {
        return routes.uploads().received();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            boolean project = path.startsWith(PROJECT_PREFIX + "/");
            StorageRequest request =
                    new StorageRequest(exchange, project ? path.substring(PROJECT_PREFIX.length()) : path);
            if (faults.befall(request)) {
                return;
            }
            Optional<Map<String, String>> refusal = project ? gate.refuse(request) : Optional.empty();
            if (refusal.isPresent()) {
                request.replyRefusal(refusal.get());
            } else {
                answer(request);
            }
        } catch (IOException e) {
            LOG.debugf(
                    e,
                    "A client went away: %s %s",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath());
        }
    }

    private void answer(StorageRequest request) throws IOException {
        try {
            if (!routes.handle(request)) {
                Map<String, Object> body = new LinkedHashMap<>();
                body.put("message", "Route " + request.method() + ":" + request.path() + " not found");
                body.put("error", "Not Found");
                body.put("statusCode", 404);
                request.replyJson(404, body);
            }
        } catch (StorageException e) {
            request.replyJson(e.httpStatus(), e.body());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Request failed: %s %s", request.method(), request.path());
            StorageException internal = StorageException.internal();
            request.replyJson(internal.httpStatus(), internal.body());
        }
    }

    /** Stops at once; uploads under way leave nothing behind. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
