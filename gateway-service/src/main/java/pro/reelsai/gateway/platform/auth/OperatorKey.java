package pro.reelsai.gateway.platform.auth;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The project's secret key of the newer kind, {@code sb_secret_…}. It is no token: it proves an operator by being equal
 * to the one that the gateway itself was given, and it never stands for a user. The older kind is a signed token, see
 * {@link Claims}.
 */
@ApplicationScoped
public class OperatorKey {
    private static final String NEWER_KIND = "sb_secret_";

    private final byte @Nullable [] key;

    public OperatorKey(AuthConfig config) {
        this.key = config.serviceKey()
                .filter(value -> value.startsWith(NEWER_KIND))
                .map(value -> value.getBytes(StandardCharsets.UTF_8))
                .orElse(null);
    }

    /** The operator, if this is the key. Takes the same time wherever a guess is wrong. */
    Optional<Caller> holderOf(String presented) {
        boolean same = key != null && MessageDigest.isEqual(key, presented.getBytes(StandardCharsets.UTF_8));
        return same ? Optional.of(new Caller(null, CurrentUser.OPERATOR, null, Instant.MAX)) : Optional.empty();
    }
}
