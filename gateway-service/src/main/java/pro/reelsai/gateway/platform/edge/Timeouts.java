package pro.reelsai.gateway.platform.edge;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.problem.EdgeProblems;

/**
 * Ends requests whose body trickles in, and those whose answer does not come. An answer that has begun, as a stream of
 * events has, may take as long as it likes.
 */
@ApplicationScoped
public class Timeouts {
    private static final String SOON = "10";

    private final Vertx vertx;
    private final EdgeConfig.Timeouts config;
    private final EdgeProblems problems;

    public Timeouts(Vertx vertx, EdgeConfig config, EdgeProblems problems) {
        this.vertx = vertx;
        this.config = config.timeouts();
        this.problems = problems;
    }

    void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean upload = isUpload(request);
        if (hasBody(request)) {
            after(upload ? config.upload() : config.body(), context, () -> endSlowBody(context));
        }
        Duration answer = upload ? config.upload().plus(config.answer()) : config.answer();
        after(answer, context, () -> endSlowAnswer(context));
        context.next();
    }

    private void after(Duration time, RoutingContext context, Runnable end) {
        long timer = vertx.setTimer(time.toMillis(), fired -> end.run());
        context.addEndHandler(ended -> vertx.cancelTimer(timer));
    }

    private void endSlowBody(RoutingContext context) {
        if (!context.request().isEnded()) {
            refuse(context, 408, "The body did not arrive in time");
        }
    }

    private void endSlowAnswer(RoutingContext context) {
        if (!context.response().headWritten()) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, SOON);
            refuse(context, 503, "The answer took too long; try again in a moment");
        }
    }

    private void refuse(RoutingContext context, int status, String detail) {
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        problems.answer(context, status, detail);
    }

    private static boolean hasBody(HttpServerRequest request) {
        @Nullable String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && !length.equals("0") || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private static boolean isUpload(HttpServerRequest request) {
        @Nullable String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
