package pro.reelsai.gateway.platform;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Says that the process answers; touches nothing. What it stands on is at {@code /q/health}.
 *
 * <p>A plain route: load balancers ask often, and the REST layer would cost ten times what there is to do. It is therefore
 * described in {@code META-INF/openapi.yaml}.
 */
@ApplicationScoped
public class HealthRoute {
    /** Behind the filters, which have negative orders, and before the REST layer. */
    private static final int ORDER = 0;

    private static final Buffer ALIVE = Buffer.buffer("{\"message\":\"API is alive\"}");
    private static final CharSequence LENGTH = HttpHeaders.createOptimized(Integer.toString(ALIVE.length()));
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json;charset=UTF-8");

    void register(@Observes Router router) {
        router.route("/health")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(ORDER)
                .handler(request -> request.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                        .putHeader(HttpHeaders.CONTENT_LENGTH, LENGTH)
                        .end(ALIVE));
    }
}
