package pro.reelsai.gateway.platform.auth;

import io.quarkus.security.AuthenticationFailedException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jspecify.annotations.Nullable;

/**
 * Reads whom the claims of a token with a good signature stand for.
 *
 * <p>Source: Supabase Auth, {@code internal/tokens/service.go}: a user's token has {@code iss} the API's external URL with
 * {@code /auth/v1}, {@code aud} and {@code role} {@code authenticated}, {@code sub} the user's id. The legacy
 * {@code anon} and {@code service_role} keys are tokens too, signed with the same secret, but their issuer is the word
 * {@code supabase} and they have neither audience nor subject.
 */
final class Claims {
    private static final String AUDIENCE = "authenticated";
    private static final String ISSUER_OF_KEYS = "supabase";

    /** {@link java.util.UUID#fromString} alone would take {@code 1-2-3-4-5}. */
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final String issuer;
    private final Duration leeway;

    Claims(AuthConfig config) {
        this.issuer = config.issuer();
        this.leeway = config.leeway();
    }

    /** @throws AuthenticationFailedException if they stand for nobody who has business here */
    Caller read(JwtClaims claims) {
        try {
            @Nullable String role = claims.getStringClaimValue("role");
            Instant validUntil =
                    Instant.ofEpochSecond(claims.getExpirationTime().getValue()).plus(leeway);
            if (CurrentUser.OPERATOR.equals(role) && isOperator(claims)) {
                return new Caller(claims.getSubject(), CurrentUser.OPERATOR, null, validUntil);
            }
            if (CurrentUser.ROLE.equals(role) && isUser(claims)) {
                return new Caller(
                        claims.getSubject(), CurrentUser.ROLE, claims.getStringClaimValue("email"), validUntil);
            }
        } catch (MalformedClaimException e) {
            throw new AuthenticationFailedException("The token's claims are malformed", e);
        }
        throw new AuthenticationFailedException("The token stands for nobody who has business here");
    }

    private boolean isOperator(JwtClaims claims) throws MalformedClaimException {
        return issuer.equals(claims.getIssuer()) || ISSUER_OF_KEYS.equals(claims.getIssuer());
    }

    private boolean isUser(JwtClaims claims) throws MalformedClaimException {
        @Nullable String subject = claims.getSubject();
        return issuer.equals(claims.getIssuer())
                && claims.hasAudience()
                && claims.getAudience().contains(AUDIENCE)
                && subject != null
                && ID.matcher(subject).matches();
    }
}
