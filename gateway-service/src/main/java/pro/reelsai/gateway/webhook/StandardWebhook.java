package pro.reelsai.gateway.webhook;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks signatures as Standard Webhooks 1.0 lays down: HMAC-SHA256 over {@code id.timestamp.body}, where the header holds
 * one or more signatures, so that a secret can be exchanged without a gap.
 *
 * <p>Source: github.com/standard-webhooks/standard-webhooks, {@code spec/standard-webhooks.md}.
 */
final class StandardWebhook {
    private static final String SECRET_PREFIX = "whsec_";
    private static final String SIGNATURE_PREFIX = "v1,";
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /**
     * @param secret {@code whsec_} and the key in base64
     * @throws IllegalArgumentException if it is not that
     */
    StandardWebhook(String secret) {
        byte[] bytes = Base64.getDecoder()
                .decode(secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : secret);
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** Whether one of the signatures is ours; takes the same time whichever byte is wrong. */
    boolean isSigned(String id, String timestamp, byte[] body, String signatures) {
        byte[] expected = sign(id, timestamp, body);
        boolean signed = false;
        for (String signature : signatures.split(" ")) {
            // Compared as text: no signature, however malformed, needs decoding.
            signed |= signature.startsWith(SIGNATURE_PREFIX)
                    && MessageDigest.isEqual(
                            expected,
                            signature.substring(SIGNATURE_PREFIX.length()).getBytes(StandardCharsets.UTF_8));
        }
        return signed;
    }

    private byte[] sign(String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encode(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
