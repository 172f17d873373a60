package pro.reelsai.gateway.platform.auth;

import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.SameContext;
import pro.reelsai.gateway.platform.problem.ApiProblem;

/**
 * Checks Supabase's tokens: signature, expiry, and by {@link Claims} whom they stand for. The key decides the algorithm,
 * never the token.
 */
@ApplicationScoped
public class SupabaseTokens {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final SigningKeys keys;
    private final Claims claims;
    private final JwtConsumer consumer;

    /** Prepares the check once; the consumer is thread-safe. */
    public SupabaseTokens(AuthConfig config, SigningKeys keys) {
        this.keys = keys;
        this.claims = new Claims(config);
        this.consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                        ConstraintType.PERMIT,
                        AlgorithmIdentifiers.HMAC_SHA256,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                        AlgorithmIdentifiers.RSA_USING_SHA256))
                .setVerificationKeyResolver(keys)
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds((int) config.leeway().toSeconds())
                // An operator's key has none; of users' tokens it is checked with the other claims.
                .setSkipDefaultAudienceValidation()
                .build();
    }

    /**
     * Whoever holds the token; fails with {@link AuthenticationFailedException} where it is not worth anything. A token
     * whose key is not known yet waits for one reading of the published keys.
     */
    Uni<Caller> check(String token) {
        try {
            return Uni.createFrom().item(checkNow(token));
        } catch (InvalidJwtException e) {
            return isForWantOfAKey(e) ? checkWithNewKeys(token) : refused(e);
        } catch (AuthenticationFailedException e) {
            return Uni.createFrom().failure(e);
        }
    }

    private Caller checkNow(String token) throws InvalidJwtException {
        JwtContext checked = consumer.process(token);
        keys.keepFresh();
        return claims.read(checked.getJwtClaims());
    }

    private Uni<Caller> checkWithNewKeys(String token) {
        return SameContext.afterwards(keys.readAgain()).chain(() -> {
            try {
                return Uni.createFrom().item(checkNow(token));
            } catch (InvalidJwtException e) {
                return keys.haveBeenRead() ? refused(e) : unavailable();
            }
        });
    }

    private static Uni<Caller> refused(InvalidJwtException e) {
        return Uni.createFrom()
                .failure(new AuthenticationFailedException(
                        e.hasExpired() ? "The token has expired" : "The token is not valid", e));
    }

    /** Not a 401, which would sign everybody out for as long as the keys cannot be read. */
    private static Uni<Caller> unavailable() {
        return Uni.createFrom().failure(ApiProblem.unavailable("Tokens cannot be checked just now", SOON));
    }

    private static boolean isForWantOfAKey(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SigningKeys.UnknownKeyException) {
                return true;
            }
        }
        return false;
    }
}
