package pro.reelsai.local.vendor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * An HTTP server on 127.0.0.1 that stands for a vendor's. Every request is written down, refusals are answered in the
 * vendor's own form, and a request that is meant to hang holds one virtual thread.
 */
public final class VendorServer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(VendorServer.class);

    private final HttpServer server;
    private final ExecutorService threads;
    private final Calls calls = new Calls();

    private VendorServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /** Answers one request, or says why not. */
    @FunctionalInterface
    public interface Endpoint {
        /**
         * Answers.
         *
         * @throws VendorRefusal if the vendor would refuse the request
         * @throws IOException if the client has gone or the disk fails
         * @throws InterruptedException if the server stops
         */
        void answer(VendorRequest request) throws VendorRefusal, IOException, InterruptedException;
    }

    /**
     * Starts a server.
     *
     * @param port the port on 127.0.0.1; 0 takes a free one
     * @param endpoint answers every request
     * @throws IOException if the port is taken
     */
    public static VendorServer start(int port, Endpoint endpoint) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        VendorServer server = new VendorServer(http, threads);
        http.setExecutor(threads);
        http.createContext("/", exchange -> server.handle(exchange, endpoint));
        http.start();
        return server;
    }

    /** The address without a path, such as {@code http://127.0.0.1:4711}. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was asked so far. */
    public Calls calls() {
        return calls;
    }

    private void handle(HttpExchange exchange, Endpoint endpoint) throws IOException {
        try (exchange) {
            answer(new VendorRequest(exchange, calls), endpoint);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.debugf(e, "A client went away");
        }
    }

    private static void answer(VendorRequest request, Endpoint endpoint) throws IOException, InterruptedException {
        try {
            endpoint.answer(request);
        } catch (VendorRefusal e) {
            e.headers().forEach(request::header);
            request.json(e.status(), e.body());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Request failed: %s", request.route());
            request.json(500, java.util.Map.of("error", "The stand-in itself failed; see its log"));
        }
    }

    /** Stops at once. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
