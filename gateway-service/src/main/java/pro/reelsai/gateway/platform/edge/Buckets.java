package pro.reelsai.gateway.platform.edge;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Optional;

/** One bucket of requests for each of many callers; those that are full again are forgotten. */
final class Buckets {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_CALLERS = 100_000;

    private final String name;
    private final long perMinute;
    private final LoadingCache<String, Bucket> buckets;

    /**
     * @param name of the limit, for the answer's headers
     * @param perMinute requests a minute; 0 for no limit
     */
    Buckets(String name, long perMinute) {
        this.name = name;
        this.perMinute = perMinute;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterAccess(WINDOW)
                .build(caller -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
                        .build());
    }

    /**
     * Takes one request out of a caller's bucket and writes what is left into the answer's headers
     * (draft-ietf-httpapi-ratelimit-headers-10).
     *
     * @return how long to wait, if the bucket is empty
     */
    Optional<Duration> take(String caller, HttpServerResponse answer) {
        if (perMinute == 0) {
            return Optional.empty();
        }
        ConsumptionProbe probe = buckets.get(caller).tryConsumeAndReturnRemaining(1);
        long seconds = Math.ceilDiv(
                probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill(), 1_000_000_000L);
        answer.putHeader("RateLimit-Policy", "\"" + name + "\";q=" + perMinute + ";w=" + WINDOW.toSeconds());
        answer.putHeader("RateLimit", "\"" + name + "\";r=" + probe.getRemainingTokens() + ";t=" + seconds);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofSeconds(Math.max(1, seconds)));
    }
}
