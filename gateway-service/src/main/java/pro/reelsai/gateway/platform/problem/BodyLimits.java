package pro.reelsai.gateway.platform.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Uploads are streamed to disk and may be large; every other body is read into memory and may not. The server knows one
 * limit for both, so the smaller one is kept here, before a byte is read.
 */
@ApplicationScoped
public class BodyLimits {
    /** The largest clip, and room for the form around it. */
    private static final long LARGEST_UPLOAD_BYTES = 201L * 1024 * 1024;

    private static final long LARGEST_IN_MEMORY_BYTES = 256 * 1024;
    private static final int BEFORE_THE_BODY_IS_READ = 500;

    private final EdgeProblems problems;

    public BodyLimits(EdgeProblems problems) {
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_THE_BODY_IS_READ);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        @Nullable String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            checkUpload(context);
        } else if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            refuse(context, 411, "Send the body with its Content-Length");
        } else if (length(request) > LARGEST_IN_MEMORY_BYTES) {
            refuse(context, 413, "A body of this kind may have at most " + LARGEST_IN_MEMORY_BYTES / 1024 + " kB");
        } else {
            context.next();
        }
    }

    private void checkUpload(RoutingContext context) {
        if (length(context.request()) > LARGEST_UPLOAD_BYTES) {
            refuse(context, 413, "An upload may have at most " + LARGEST_UPLOAD_BYTES / (1024 * 1024) + " MB");
        } else {
            context.next();
        }
    }

    private void refuse(RoutingContext context, int status, String detail) {
        // The unread body makes the connection useless for a next request.
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        problems.answer(context, status, detail);
    }

    private static long length(HttpServerRequest request) {
        @Nullable String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
