package pro.reelsai.gateway.platform.auth;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.HmacKey;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the key that a token must be signed with: the project's shared secret for HS256, one of its published keys, by
 * {@code kid}, for ES256 and RS256. Keys come from memory; {@link #readAgain()} brings those that are not there yet.
 *
 * <p>Where the published keys cannot be read the known ones stay in use.
 */
@ApplicationScoped
public class SigningKeys implements VerificationKeyResolver {
    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    private final AuthConfig config;
    private final KeySetReader reader;
    private final @Nullable Key shared;

    private volatile PublishedKeys published = PublishedKeys.NONE;
    private volatile Instant readAt = Instant.MIN;
    private Instant notBefore = Instant.MIN;
    private @Nullable Uni<Void> reading;

    public SigningKeys(AuthConfig config, KeySetReader reader) {
        this.config = config;
        this.reader = reader;
        this.shared = config.secret()
                .map(secret -> new HmacKey(secret.getBytes(StandardCharsets.UTF_8)))
                .orElse(null);
    }

    @Override
    public Key resolveKey(JsonWebSignature token, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        String algorithm = token.getAlgorithmHeaderValue();
        if (AlgorithmIdentifiers.HMAC_SHA256.equals(algorithm)) {
            if (shared == null) {
                throw new UnresolvableKeyException("There is no shared secret");
            }
            return shared;
        }
        @Nullable String id = token.getKeyIdHeaderValue();
        if (id == null) {
            throw new UnresolvableKeyException("The token does not name its key");
        }
        PublishedKeys known = published;
        if (!known.knows(id)) {
            throw new UnknownKeyException();
        }
        return known.find(id, algorithm)
                .orElseThrow(() -> new UnresolvableKeyException("The key is not one for this algorithm"));
    }

    /** Whether published keys were ever read. */
    boolean haveBeenRead() {
        return readAt.isAfter(Instant.MIN);
    }

    /** Reads the published keys again, behind the requests' backs, where they have become old. */
    void keepFresh() {
        if (haveBeenRead() && readAt.plus(config.jwksRefresh()).isBefore(Instant.now())) {
            readAgain().subscribe().with(done -> {}, e -> LOG.warn("The signing keys cannot be refreshed", e));
        }
    }

    /**
     * Reads the published keys again, unless that was done a moment ago. Requests that need it at the same time share one
     * reading. Never fails: what cannot be read leaves the known keys as they are.
     */
    synchronized Uni<Void> readAgain() {
        if (reading != null) {
            return reading;
        }
        if (Instant.now().isBefore(notBefore)) {
            return Uni.createFrom().voidItem();
        }
        reading = reader.read()
                .invoke(this::take)
                .onFailure()
                .invoke(this::keep)
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull()
                .onTermination()
                .invoke(this::finish)
                .memoize()
                .indefinitely();
        return reading;
    }

    private synchronized void take(PublishedKeys keys) {
        published = keys;
        readAt = Instant.now();
        notBefore = readAt.plus(config.jwksPause());
    }

    private synchronized void keep(Throwable failure) {
        LOG.warnf("The known signing keys stay in use: %s", failure.getMessage());
        notBefore = Instant.now().plus(config.jwksTimeout());
    }

    private synchronized void finish() {
        reading = null;
    }

    /** The token names a key that is not known, which a new reading may change. */
    static final class UnknownKeyException extends UnresolvableKeyException {
        private static final long serialVersionUID = 1L;

        UnknownKeyException() {
            super("The key is not known");
        }
    }
}
