package pro.reelsai.gateway.platform.edge;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages of the configured origins call the API (<a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch,
 * CORS protocol</a>). Pages of any other origin get their answer without these headers, and the browser keeps it from
 * them.
 *
 * <p>Quarkus's own filter is not used because it refuses every other origin with an empty 403: also the gateway's own
 * pages behind a proxy that ends TLS, which it takes for strangers.
 */
@ApplicationScoped
public class CrossOrigin {
    private static final String METHODS = "GET, HEAD, POST, PUT, DELETE, OPTIONS";
    private static final String ALLOWED =
            "Authorization, Content-Type, Accept, Idempotency-Key, Last-Event-ID, X-Request-Id, Cache-Control";
    private static final String EXPOSED =
            "Link, Location, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id, Content-Disposition";
    private static final String PREFLIGHT_AGE =
            String.valueOf(Duration.ofHours(1).toSeconds());

    private final Set<String> origins;

    public CrossOrigin(EdgeConfig config) {
        this.origins = config.corsOrigins();
    }

    void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        @Nullable String origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean preflight = request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        response.putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        if (origin != null && origins.contains(origin)) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            response.putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
            if (preflight) {
                response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
                response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, ALLOWED);
                response.putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, PREFLIGHT_AGE);
            }
        }
        if (preflight) {
            response.setStatusCode(HttpResponseStatus.NO_CONTENT.code()).end();
        } else {
            context.next();
        }
    }
}
