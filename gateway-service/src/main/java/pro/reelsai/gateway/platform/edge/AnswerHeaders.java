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
    private static final String POLICY = "Content-Security-Policy";

    /** A browser puts the headers of this over those of the page that it has already (RFC 9111, section 3.2). */
    private static final int NOT_MODIFIED = 304;

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
            int status = context.response().getStatusCode();
            MultiMap headers = context.response().headers();
            if (status < 400 && STUDIO.contains(path)) {
                writeForStudio(headers);
            } else if (status < 400 && path.startsWith(STUDIO_FILES)) {
                headers.set(HttpHeaders.CACHE_CONTROL, FOR_GOOD);
            } else if (status != NOT_MODIFIED && !headers.contains(POLICY)) {
                headers.set(POLICY, isPage(headers) ? POLICY_OF_PAGES : POLICY_OF_DATA);
            }
            write(headers, secure, path.startsWith("/api/"));
        });
        context.next();
    }

    /** The page is asked for anew each time: a newer one names newer files. */
    private void writeForStudio(MultiMap headers) {
        headers.set(POLICY, policyOfStudio);
        headers.set(HttpHeaders.CACHE_CONTROL, "no-cache");
    }

    private static boolean isPage(MultiMap headers) {
        @Nullable String type = headers.get(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith("text/html");
    }

    private static void write(MultiMap headers, boolean secure, boolean personal) {
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        if (secure) {
            headers.set("Strict-Transport-Security", HSTS);
        }
        if (personal && !headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
