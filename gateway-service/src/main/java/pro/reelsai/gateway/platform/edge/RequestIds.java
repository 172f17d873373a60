package pro.reelsai.gateway.platform.edge;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Gives every request an id that stands in its answer and in every log line it causes. A caller's own id is taken over
 * where it can do no harm in a log.
 */
@ApplicationScoped
public class RequestIds {
    /** The header, of request and answer. */
    public static final String HEADER = "X-Request-Id";

    /** The name in the log's context. */
    public static final String IN_LOGS = "requestId";

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    void handle(RoutingContext context) {
        @Nullable String given = context.request().getHeader(HEADER);
        String id = given != null && HARMLESS.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        context.response().putHeader(HEADER, id);
        // Kept in the request's Vert.x context, so it follows the work across threads and ends with the request.
        MDC.put(IN_LOGS, id);
        context.next();
    }
}
