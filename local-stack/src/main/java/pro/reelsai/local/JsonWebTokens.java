package pro.reelsai.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * Signs and checks HS256 tokens with one secret, as Supabase does with a project's JWT secret: the key is the secret's
 * UTF-8 bytes, not a decoding of them.
 */
public final class JsonWebTokens {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HmacKey key;
    private final Clock clock;

    /**
     * @param secret at least 32 bytes in UTF-8
     * @param clock what counts as now
     */
    public JsonWebTokens(String secret, Clock clock) {
        this.key = new HmacKey(secret.getBytes(StandardCharsets.UTF_8));
        this.clock = clock;
    }

    /**
     * A signed token.
     *
     * @param claims without {@code iat} and {@code exp}, which are added
     * @param lifetime from now to {@code exp}
     */
    public String sign(Map<String, ?> claims, Duration lifetime) {
        Map<String, Object> all = new LinkedHashMap<>(claims);
        long now = clock.instant().getEpochSecond();
        all.put("iat", now);
        all.put("exp", now + lifetime.toSeconds());
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setHeader("typ", "JWT");
        signature.setKey(key);
        try {
            signature.setPayload(JSON.writeValueAsString(all));
            return signature.getCompactSerialization();
        } catch (JsonProcessingException | JoseException e) {
            throw new IllegalStateException("A token could not be signed", e);
        }
    }

    /**
     * The claims of a token.
     *
     * @throws InvalidTokenException if it is no token, was signed by someone else, or has expired; the message is the
     *     one of Supabase Storage for the case
     */
    public JwtClaims verify(String token) throws InvalidTokenException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(
                new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256));
        signature.setKey(key);
        JwtClaims claims;
        try {
            signature.setCompactSerialization(token);
        } catch (JoseException e) {
            throw new InvalidTokenException("Invalid Compact JWS", e);
        }
        try {
            if (!signature.verifySignature()) {
                throw new InvalidTokenException("signature verification failed", null);
            }
            claims = JwtClaims.parse(signature.getPayload());
            NumericDate expires = claims.getExpirationTime();
            if (expires != null && expires.getValue() <= clock.instant().getEpochSecond()) {
                throw new InvalidTokenException("\"exp\" claim timestamp check failed", null);
            }
        } catch (JoseException | InvalidJwtException | MalformedClaimException e) {
            throw new InvalidTokenException("signature verification failed", e);
        }
        return claims;
    }
}
