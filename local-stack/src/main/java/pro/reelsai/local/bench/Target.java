package pro.reelsai.local.bench;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A route under load.
 *
 * @param name what the table calls it
 * @param method {@code GET} or {@code POST}
 * @param path the path of the next request; asked once for each
 * @param token the bearer token for a path; an empty text where the route is public
 * @param body the JSON to send; null for none
 * @param goal how many requests a second it should carry on two cores
 */
record Target(
        String name,
        String method,
        Supplier<String> path,
        Function<String, String> token,
        @Nullable String body,
        int goal) {}
