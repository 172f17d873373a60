package pro.reelsai.gateway.platform.auth;

import java.security.Key;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The public keys of a JSON Web Key Set (RFC 7517), each with the one algorithm it may be used with. What kind of key it
 * is decides the algorithm, never the token: a public key taken for an HMAC secret would let everybody sign.
 */
final class PublishedKeys {
    /** None known yet. */
    static final PublishedKeys NONE = new PublishedKeys(Map.of());

    private final Map<String, Usable> byId;

    private PublishedKeys(Map<String, Usable> byId) {
        this.byId = byId;
    }

    /**
     * Reads a set; keys of other kinds or without an id are passed over.
     *
     * @throws JoseException if it is not a key set
     */
    static PublishedKeys parse(String json) throws JoseException {
        Map<String, Usable> byId = new HashMap<>();
        for (JsonWebKey key : new JsonWebKeySet(json).getJsonWebKeys()) {
            String algorithm = algorithm(key);
            if (algorithm != null && key.getKeyId() != null && !"enc".equals(key.getUse())) {
                byId.put(key.getKeyId(), new Usable(key.getKey(), algorithm));
            }
        }
        return new PublishedKeys(Map.copyOf(byId));
    }

    private static @Nullable String algorithm(JsonWebKey key) {
        String fitting =
                switch (key) {
                    case RsaJsonWebKey rsa -> AlgorithmIdentifiers.RSA_USING_SHA256;
                    case EllipticCurveJsonWebKey curve
                    when EllipticCurves.P_256.equals(curve.getCurveName()) ->
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;
                    default -> null;
                };
        boolean meantForAnother =
                key.getAlgorithm() != null && !key.getAlgorithm().equals(fitting);
        return meantForAnother ? null : fitting;
    }

    /** The key of an id, if that key is used with that algorithm. */
    Optional<Key> find(String id, String algorithm) {
        Usable usable = byId.get(id);
        return usable == null || !usable.algorithm().equals(algorithm) ? Optional.empty() : Optional.of(usable.key());
    }

    boolean knows(String id) {
        return byId.containsKey(id);
    }

    boolean isEmpty() {
        return byId.isEmpty();
    }

    private record Usable(Key key, String algorithm) {}
}
