package pro.reelsai.gateway.platform.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
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

    /** The studio's page, with the origins of its pictures and films; whatever else it needs is in its own files. */
    private static final String POLICY_OF_STUDIO = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "font-src 'self'; img-src 'self' blob: %1$s; media-src 'self' blob: %1$s; connect-src 'self' %1$s; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Set<String> STUDIO = Set.of("/", "/index.html");
    /** Below this lie the files of the page, whose names change with what is in them. */
    private static final String STUDIO_FILES = "/studio/";

    private static final String FOR_GOOD =
            "public, max-age=" + Duration.ofDays(365).toSeconds() + ", immutable";

    private static final String HSTS = "max-age=" + Duration.ofDays(365).toSeconds() + "; includeSubDomains";

    private final Origin origin;
    private final String policyOfStudio;

    public AnswerHeaders(Origin origin, EdgeConfig config) {
        this.origin = origin;
        this.policyOfStudio = POLICY_OF_STUDIO.formatted(String.join(" ", new TreeSet<>(config.studioOrigins())));
    }

    void handle(RoutingContext context) {
        boolean secure = origin.isSecure(context.request());
        @Nullable String asked = context.request().path();
        String path = asked == null ? "" : asked;
        context.addHeadersEndHandler(nothing -> {
            boolean found = context.response().getStatusCode() == 200;
            if (found && STUDIO.contains(path)) {
                writeForStudio(context.response().headers());
            } else if (found && path.startsWith(STUDIO_FILES)) {
                context.response().headers().set(HttpHeaders.CACHE_CONTROL, FOR_GOOD);
            }
            write(context.response().headers(), secure, path.startsWith("/api/"));
        });
        context.next();
    }

    /** The page is asked for anew each time: a newer one names newer files. */
    private void writeForStudio(MultiMap headers) {
        headers.set("Content-Security-Policy", policyOfStudio);
        headers.set(HttpHeaders.CACHE_CONTROL, "no-cache");
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
