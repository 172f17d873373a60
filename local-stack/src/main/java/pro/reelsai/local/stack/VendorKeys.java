package pro.reelsai.local.stack;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import pro.reelsai.local.StackSecrets;

/** What the services are told of the stand-ins for vendors. */
final class VendorKeys {
    /** Opens nothing but the stand-in, which listens on the loopback alone. */
    static final String REPLICATE_TOKEN = "r8_local";

    private VendorKeys() {}

    static Map<String, String> replicate(StackConfig config, StackSecrets secrets) {
        return Map.of(
                "REPLICATE_BASE_URL",
                "http://" + StackConfig.LOOPBACK + ":" + config.ports().replicate(),
                "REPLICATE_API_TOKEN",
                REPLICATE_TOKEN,
                "REPLICATE_WEBHOOK_SECRET",
                webhookSecret(secrets),
                "REPLICATE_LOOPBACK",
                "true");
    }

    /** As Replicate writes them; of the stack's own secret, so that nothing more has to be kept. */
    static String webhookSecret(StackSecrets secrets) {
        byte[] key = secrets.jwtSecret().substring(0, 32).getBytes(StandardCharsets.US_ASCII);
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }
}
