package pro.reelsai.gateway.platform.paging;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that is read by key, so that what is added or removed meanwhile shifts nothing.
 *
 * @param items what is on it
 * @param next the key behind which the next page begins; null where this is the last one
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * A page of what was read.
     *
     * @param read one item more than the page may have, where there are so many
     * @param limit the most items of the page
     * @param key what the page behind an item is asked for with
     */
    public static <T> Page<T> of(List<T> read, int limit, Function<T, String> key) {
        if (read.size() <= limit) {
            return new Page<>(read, null);
        }
        List<T> items = read.subList(0, limit);
        return new Page<>(items, key.apply(items.getLast()));
    }

    /** The same page of what was made of its items, in their order. */
    public <R> Page<R> with(List<R> made) {
        return new Page<>(made, next);
    }

    /** The same page of something else. */
    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }

    /**
     * The page as an answer: the items, and in {@code Link} (RFC 8288) the address of the next page.
     *
     * @param parameter the query parameter that takes the key; all others stay as they were asked
     */
    public RestResponse<List<T>> answer(UriInfo uri, String parameter) {
        RestResponse.ResponseBuilder<List<T>> answer = RestResponse.ResponseBuilder.ok(items);
        if (next != null) {
            URI following = uri.getRequestUriBuilder()
                    .replaceQueryParam(parameter, next)
                    .build();
            answer.header(HttpHeaders.LINK, "<%s?%s>; rel=\"next\"".formatted(uri.getPath(), following.getRawQuery()));
        }
        return answer.build();
    }
}
