package pro.reelsai.gateway.platform.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The headers that make browsers careful with an answer (OWASP, Secure Headers Project). */
@ApplicationScoped
public class AnswerHeaders {
    /** JSON needs nothing: opened in a tab by accident it can load and run nothing. */
    private static final String POLICY_OF_DATA = "default-src 'none'; frame-ancestors 'none'";

    /** A page of ours, as the API's documentation, runs on what the gateway itself serves. */
    private static final String POLICY_OF_PAGES = "default-src 'self'; script-src 'self' 'unsafe-inline'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https:; media-src 'self' blob: https:; "
            + "object-src 'none'; base-uri 'self'; frame-ancestors 'none'";

    private static final String HSTS = "max-age=" + Duration.ofDays(365).toSeconds() + "; includeSubDomains";

    private final Origin origin;

    public AnswerHeaders(Origin origin) {
        this.origin = origin;
    }

    void handle(RoutingContext context) {
        boolean secure = origin.isSecure(context.request());
        boolean personal = startsWith(context, "/api/");
        context.addHeadersEndHandler(nothing -> write(context.response().headers(), secure, personal));
        context.next();
    }

    private static boolean startsWith(RoutingContext context, String prefix) {
        @Nullable String path = context.request().path();
        return path != null && path.startsWith(prefix);
    }

    private static void write(MultiMap headers, boolean secure, boolean personal) {
        @Nullable String type = headers.get(HttpHeaders.CONTENT_TYPE);
        boolean page = type != null && type.startsWith("text/html");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        if (!headers.contains("Content-Security-Policy")) {
            headers.set("Content-Security-Policy", page ? POLICY_OF_PAGES : POLICY_OF_DATA);
        }
        if (secure) {
            headers.set("Strict-Transport-Security", HSTS);
        }
        if (personal && !headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
