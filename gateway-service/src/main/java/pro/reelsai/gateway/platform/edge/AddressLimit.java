package pro.reelsai.gateway.platform.edge;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.problem.EdgeProblems;

/** Keeps one address from taking the gateway away from all others; probes and metrics are not counted. */
@ApplicationScoped
public class AddressLimit {
    private final Origin origin;
    private final Buckets buckets;
    private final EdgeProblems problems;

    public AddressLimit(EdgeConfig config, Origin origin, EdgeProblems problems) {
        this.origin = origin;
        this.buckets = new Buckets("address", config.limits().perAddress());
        this.problems = problems;
    }

    void handle(RoutingContext context) {
        if (isCounted(context.request().path())) {
            buckets.take(origin.addressOf(context.request()), context.response())
                    .ifPresentOrElse(
                            wait -> {
                                context.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds()));
                                problems.answer(context, 429, "Too many requests come from this address");
                            },
                            context::next);
        } else {
            context.next();
        }
    }

    private static boolean isCounted(@Nullable String path) {
        return path == null || !path.equals("/health") && !path.startsWith("/q/");
    }
}
