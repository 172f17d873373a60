package pro.reelsai.local.elevenlabs;

import java.util.List;
import java.util.Map;
import pro.reelsai.local.vendor.VendorRefusal;

/**
 * ElevenLabs' errors: {@code {"detail": {"status", "message"}}}, and {@code {"detail": [{"loc", "msg", "type"}]}} where a
 * request does not fit the specification.
 *
 * <p>Source: ElevenLabs' help pages "API - Error Code 400 or 401" and "429", and {@code HTTPValidationError} of its
 * OpenAPI document.
 */
final class ElevenLabsErrors {
    private ElevenLabsErrors() {}

    static VendorRefusal noKey() {
        return error(
                401,
                "needs_authorization",
                "Neither authorization header nor xi-api-key received, please provide one.");
    }

    static VendorRefusal wrongKey() {
        return error(401, "invalid_api_key", "Invalid API key");
    }

    static VendorRefusal quotaExceeded(int characters) {
        return error(
                401,
                "quota_exceeded",
                "This request exceeds your quota of 10000. You have 0 credits remaining, while %d credits are required for this request."
                        .formatted(characters));
    }

    static VendorRefusal tooLong(int characters, int most) {
        return error(
                400,
                "max_character_limit_exceeded",
                "This request's text has %d characters and exceeds the character limit of %d characters."
                        .formatted(characters, most));
    }

    static VendorRefusal unknownVoice(String voice) {
        return error(404, "voice_not_found", "A voice with the voice_id " + voice + " was not found.");
    }

    static VendorRefusal unknownModel(String model) {
        return error(400, "model_not_found", "A model with model ID " + model + " does not exist.");
    }

    static VendorRefusal unknownFormat(String format) {
        return error(400, "invalid_output_format", "Invalid output format: " + format);
    }

    static VendorRefusal tooManyConcurrentRequests() {
        return error(
                429,
                "too_many_concurrent_requests",
                "Too many concurrent requests. Your current subscription is associated with a maximum of 2 concurrent requests.");
    }

    static VendorRefusal systemBusy() {
        return error(429, "system_busy", "We are experiencing heavy traffic. Please try again in a few moments.");
    }

    static VendorRefusal serverError() {
        return error(500, "internal_server_error", "Something went wrong on our side.");
    }

    static VendorRefusal unknownRoute() {
        return new VendorRefusal(404, Map.of(), Map.of("detail", "Not Found"));
    }

    static VendorRefusal invalid(String field, String message, String type) {
        return new VendorRefusal(
                422,
                Map.of(),
                Map.of("detail", List.of(Map.of("loc", List.of("body", field), "msg", message, "type", type))));
    }

    private static VendorRefusal error(int status, String code, String message) {
        return new VendorRefusal(status, Map.of(), Map.of("detail", Map.of("status", code, "message", message)));
    }
}
