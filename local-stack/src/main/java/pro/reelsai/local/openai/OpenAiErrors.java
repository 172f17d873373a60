package pro.reelsai.local.openai;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pro.reelsai.local.vendor.VendorRefusal;

/**
 * OpenAI's errors: {@code {"error": {"message", "type", "param", "code"}}}.
 *
 * <p>Source: the {@code Error} schema of OpenAI's OpenAPI document, and its guide to error codes.
 */
final class OpenAiErrors {
    private static final String INVALID = "invalid_request_error";

    private OpenAiErrors() {}

    static VendorRefusal invalid(String message, @Nullable String param, @Nullable String code) {
        return error(400, message, INVALID, param, code);
    }

    static VendorRefusal noKey() {
        return error(
                401,
                "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer "
                        + "auth (i.e. Authorization: Bearer YOUR_KEY).",
                INVALID,
                null,
                null);
    }

    static VendorRefusal wrongKey(String key) {
        String shown = key.length() > 8 ? key.substring(0, 4) + "****" + key.substring(key.length() - 4) : "****";
        return error(
                401,
                "Incorrect API key provided: " + shown
                        + ". You can find your API key at https://platform.openai.com/account/api-keys.",
                INVALID,
                null,
                "invalid_api_key");
    }

    static VendorRefusal unknownRoute(String route) {
        return error(404, "Invalid URL (" + route + ")", INVALID, null, null);
    }

    static VendorRefusal unknownModel(String model) {
        return error(
                404,
                "The model `" + model + "` does not exist or you do not have access to it.",
                INVALID,
                null,
                "model_not_found");
    }

    static VendorRefusal tooLarge(int bytes, int most) {
        return error(
                413,
                "Maximum content size limit (%d) exceeded (%d bytes read)".formatted(most, bytes),
                "server_error",
                null,
                null);
    }

    static VendorRefusal rateLimited(int retryAfterSeconds) {
        return new VendorRefusal(
                429,
                Map.of("Retry-After", "" + retryAfterSeconds, "x-ratelimit-remaining-requests", "0"),
                body(
                        "Rate limit reached for requests per min (RPM): Limit 3, Used 3, Requested 1. Please try again in "
                                + retryAfterSeconds + "s.",
                        "requests",
                        null,
                        "rate_limit_exceeded"));
    }

    static VendorRefusal quotaExhausted() {
        return error(
                429,
                "You exceeded your current quota, please check your plan and billing details.",
                "insufficient_quota",
                null,
                "insufficient_quota");
    }

    static VendorRefusal serverError() {
        return error(
                500,
                "The server had an error while processing your request. Sorry about that!",
                "server_error",
                null,
                null);
    }

    static VendorRefusal overloaded() {
        return error(503, "The engine is currently overloaded, please try again later.", "server_error", null, null);
    }

    static VendorRefusal contentPolicy() {
        return invalid(
                "Invalid prompt: your prompt was flagged as potentially violating our usage policy.",
                null,
                "invalid_prompt");
    }

    private static VendorRefusal error(
            int status, String message, String type, @Nullable String param, @Nullable String code) {
        return new VendorRefusal(status, Map.of(), body(message, type, param, code));
    }

    private static Map<String, Object> body(
            String message, String type, @Nullable String param, @Nullable String code) {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("message", message);
        error.put("type", type);
        error.put("param", param);
        error.put("code", code);
        return Map.of("error", error);
    }
}
