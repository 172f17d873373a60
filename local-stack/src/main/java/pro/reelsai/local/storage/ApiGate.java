package pro.reelsai.local.storage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands before the storage in a Supabase project: every request to {@code /storage/v1} needs an {@code apikey},
 * save those that a browser makes with nothing but a URL. An opaque {@code sb_secret_…} key is exchanged for the token of
 * the service role here; the storage itself does not know it.
 */
final class ApiGate {
    private static final Pattern OPEN =
            Pattern.compile("/object/(public/|sign/[^/]+/|upload/sign/).*|/status|/version");

    private final List<byte[]> keys;
    private final byte[] secretKey;
    private final String serviceKey;

    ApiGate(StorageSettings settings) {
        this.keys = List.of(
                settings.serviceKey().getBytes(StandardCharsets.UTF_8),
                settings.anonKey().getBytes(StandardCharsets.UTF_8),
                settings.secretKey().getBytes(StandardCharsets.UTF_8));
        this.secretKey = settings.secretKey().getBytes(StandardCharsets.UTF_8);
        this.serviceKey = settings.serviceKey();
    }

    /** The body of the refusal, an HTTP 401; empty where the request may pass. */
    Optional<Map<String, String>> refuse(StorageRequest request) {
        boolean read = request.method().equals("GET") || request.isHead();
        boolean signed = request.query("token").isPresent();
        if (OPEN.matcher(request.path()).matches() && (read || signed)) {
            return Optional.empty();
        }
        Optional<String> key = request.header("apikey").or(() -> request.query("apikey"));
        if (key.isEmpty()) {
            return refusal("No API key found in request", "No `apikey` request header or url param was found.");
        }
        byte[] presented = key.get().getBytes(StandardCharsets.UTF_8);
        if (keys.stream().noneMatch(known -> MessageDigest.isEqual(known, presented))) {
            return refusal("Invalid API key", "Double check your Supabase `anon` or `service_role` API key.");
        }
        if (MessageDigest.isEqual(secretKey, presented)) {
            request.authorize(serviceKey);
        }
        return Optional.empty();
    }

    private static Optional<Map<String, String>> refusal(String message, String hint) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("message", message);
        body.put("hint", hint);
        return Optional.of(body);
    }
}
