package pro.reelsai.gateway.platform.auth;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.List;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.HmacKey;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Finds the key a token must be signed with. Today that is the project's shared secret; keys that Supabase publishes
 * under {@code /.well-known/jwks.json} join here, by {@code kid}.
 */
@ApplicationScoped
public class SigningKeys implements VerificationKeyResolver {
    private final Key shared;

    public SigningKeys(AuthConfig config) {
        this.shared = new HmacKey(config.secret().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Key resolveKey(JsonWebSignature token, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        if (!AlgorithmIdentifiers.HMAC_SHA256.equals(token.getAlgorithmHeaderValue())) {
            throw new UnresolvableKeyException("No key fits algorithm " + token.getAlgorithmHeaderValue());
        }
        return shared;
    }
}
