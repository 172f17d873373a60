package pro.reelsai.gateway.platform.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import pro.reelsai.gateway.platform.problem.EdgeProblems;

/**
 * Refuses addresses that cannot be decoded, and what is too long, with a problem. The server would refuse them too, but
 * without a word: its check of addresses is off, see {@code Main}, and its limits are four times these.
 */
@ApplicationScoped
public class RequestLines {
    private static final int LONGEST_ADDRESS = 4 * 1024;
    private static final int LARGEST_HEADERS = 16 * 1024;

    private final EdgeProblems problems;

    public RequestLines(EdgeProblems problems) {
        this.problems = problems;
    }

    void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.uri().length() > LONGEST_ADDRESS) {
            problems.answer(context, 414, "The address is longer than " + LONGEST_ADDRESS + " characters");
        } else if (size(request.headers()) > LARGEST_HEADERS) {
            problems.answer(context, 431, "The headers are larger than " + LARGEST_HEADERS / 1024 + " kB");
        } else if (!isAddress(request.uri())) {
            problems.answer(context, 400, "The address cannot be decoded");
        } else {
            context.next();
        }
    }

    private static boolean isAddress(String text) {
        try {
            return new URI(text).getRawPath() != null && !text.contains("%00");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static int size(MultiMap headers) {
        int size = 0;
        for (Map.Entry<String, String> header : headers) {
            size += header.getKey().length() + header.getValue().length() + 4;
        }
        return size;
    }
}
