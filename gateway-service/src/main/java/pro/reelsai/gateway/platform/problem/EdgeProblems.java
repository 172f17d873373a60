package pro.reelsai.gateway.platform.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Problems of requests that never reach the REST layer: too large a body, a path that cannot be decoded. */
@ApplicationScoped
public class EdgeProblems {
    private static final int[] STATUSES = {400, 404, 405, 408, 413, 414, 415, 431, 500, 503};

    private final ProblemWriter writer;

    public EdgeProblems(ProblemWriter writer) {
        this.writer = writer;
    }

    void register(@Observes Router router) {
        for (int status : STATUSES) {
            router.errorHandler(status, context -> answer(context, status, Statuses.explain(status)));
        }
        // Before Quarkus's own, which tells what went wrong inside: a Host header that is none fails before any filter.
        router.route().order(Integer.MIN_VALUE).failureHandler(this::refuse);
    }

    private void refuse(RoutingContext context) {
        int status = context.statusCode();
        if (status >= 400 && status < 500) {
            answer(context, status, Statuses.explain(status));
        } else {
            context.next();
        }
    }

    /** Ends a request with a problem, at the level of the HTTP server. */
    public void answer(RoutingContext context, int status, String detail) {
        if (context.response().ended()) {
            return;
        }
        if (context.response().headWritten()) {
            context.response().reset();
            return;
        }
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDetails.MEDIA_TYPE)
                .end(Buffer.buffer(writer.write(status, detail, instance(context), List.of())));
    }

    private static String instance(RoutingContext context) {
        @Nullable String path = context.request().path();
        return path == null ? "/" : path;
    }
}
