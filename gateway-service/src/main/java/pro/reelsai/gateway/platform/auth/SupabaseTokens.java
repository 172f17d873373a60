package pro.reelsai.gateway.platform.auth;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * Checks Supabase access tokens: signature, issuer, audience, expiry, and that the subject is a user.
 *
 * <p>The algorithm is pinned by the key resolver, never taken from the token. Source: Supabase Auth,
 * {@code internal/tokens/service.go}: {@code iss} is the API's external URL, {@code aud} is {@code authenticated}; the
 * legacy {@code anon} and {@code service_role} keys are JWTs too, but without audience and subject.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class SupabaseTokens extends JWTCallerPrincipalFactory {
    private static final String AUDIENCE = "authenticated";

    private final JwtConsumer consumer;

    /** Prepares the check once; the consumer is thread-safe. */
    public SupabaseTokens(AuthConfig config, SigningKeys keys) {
        this.consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256))
                .setVerificationKeyResolver(keys)
                .setExpectedIssuer(config.issuer())
                .setExpectedAudience(AUDIENCE)
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds((int) config.leeway().toSeconds())
                .build();
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
        try {
            JwtClaims claims = consumer.processToClaims(token);
            String role = claims.getStringClaimValue("role");
            return new SupabasePrincipal(claims, role == null ? Set.of() : Set.of(role));
        } catch (InvalidJwtException e) {
            throw new ParseException(e.hasExpired() ? "The token has expired" : "The token is not valid", e);
        } catch (MalformedClaimException e) {
            throw new ParseException("The token's claims are malformed", e);
        }
    }

    /** A caller whose only group is the token's {@code role}. */
    private static final class SupabasePrincipal extends DefaultJWTCallerPrincipal {
        private final Set<String> groups;

        SupabasePrincipal(JwtClaims claims, Set<String> groups) {
            super(claims);
            this.groups = groups;
        }

        @Override
        public Set<String> getGroups() {
            return groups;
        }
    }
}
