package pro.reelsai.gateway.platform.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.function.Function;

/**
 * Remembers tokens that were checked: a browser sends the same one with every request for an hour, and a signature costs
 * more than the rest of a request. Kept under the token's hash, so that no token stays in memory.
 */
@ApplicationScoped
public class TokenMemory {
    private static final int MOST = 10_000;

    private final Cache<ByteBuffer, Caller> callers;

    public TokenMemory(AuthConfig config) {
        this.callers = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(config.remembered())
                .build();
    }

    /** Whoever holds the token: as remembered, else as checked. Only who passed the check is remembered. */
    Uni<Caller> recall(String token, Function<String, Uni<Caller>> check) {
        ByteBuffer hash = hash(token);
        Caller known = callers.getIfPresent(hash);
        return known != null && Instant.now().isBefore(known.validUntil())
                ? Uni.createFrom().item(known)
                : check.apply(token).invoke(caller -> callers.put(hash, caller));
    }

    private static ByteBuffer hash(String token) {
        try {
            return ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
