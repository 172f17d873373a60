package pro.reelsai.gateway.platform;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Says that the process answers; touches nothing. What it stands on is at {@code /q/health}.
 *
 * <p>Answered as soon as the headers of every answer are known, and before requests are counted, timed and routed: load
 * balancers ask often, all from one address, and everything behind would cost ten times what there is to do. It is
 * therefore described in {@code META-INF/openapi.yaml}.
 */
@ApplicationScoped
public class HealthRoute {
    private static final String PATH = "/health";
    /** Behind request ids, security headers and CORS; before limits and time-outs. */
    private static final int PRIORITY = 875;

    private static final Buffer ALIVE = Buffer.buffer("{\"message\":\"API is alive\"}");
    private static final CharSequence LENGTH = HttpHeaders.createOptimized(Integer.toString(ALIVE.length()));
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json;charset=UTF-8");

    void register(@Observes Filters filters) {
        filters.register(HealthRoute::handle, PRIORITY);
    }

    private static void handle(RoutingContext context) {
        if (isAsked(context.request())) {
            context.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                    .putHeader(HttpHeaders.CONTENT_LENGTH, LENGTH)
                    .end(ALIVE);
        } else {
            context.next();
        }
    }

    private static boolean isAsked(HttpServerRequest request) {
        return PATH.equals(request.path())
                && (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD));
    }
}
