package pro.reelsai.local.replicate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A refusal in Replicate's words: {@code {"title", "detail", "status"}}, which leaves out what it has not.
 *
 * <p>Source: answers of api.replicate.com as its users quote them, and its pages on rate limits and webhooks.
 */
final class ReplicateError extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, Object> body;

    private ReplicateError(int status, Map<String, Object> body) {
        super(body.toString());
        this.status = status;
        this.body = body;
    }

    int status() {
        return status;
    }

    Map<String, Object> body() {
        return body;
    }

    static ReplicateError unauthenticated(boolean hasToken) {
        return titled(
                401,
                "Unauthenticated",
                hasToken
                        ? "You did not pass a valid authentication token"
                        : "You did not pass an authentication token");
    }

    static ReplicateError forbidden() {
        return titled(403, "Forbidden", "You do not have permission to perform this action");
    }

    static ReplicateError notFound() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("detail", "The requested resource could not be found.");
        body.put("status", 404);
        return new ReplicateError(404, body);
    }

    static ReplicateError throttled(long seconds) {
        return new ReplicateError(
                429, Map.of("detail", "Request was throttled. Your rate limit resets in ~" + seconds + "s."));
    }

    static ReplicateError insufficientCredit() {
        return titled(402, "Insufficient credit", "You have insufficient credit to run this model.");
    }

    static ReplicateError unknownVersion() {
        return titled(
                422,
                "Invalid version or not permitted",
                "The specified version does not exist (or perhaps you don't have permission to use it?)");
    }

    static ReplicateError invalidJson() {
        return titled(400, "Bad Request", "The request body is not valid JSON");
    }

    static ReplicateError invalidHeader(String detail) {
        return titled(400, "Bad Request", detail);
    }

    static ReplicateError unavailable(int status) {
        return titled(status, "Internal Server Error", "Something went wrong on our side");
    }

    /**
     * @param type what rule is broken, such as {@code required}
     * @param field where, such as {@code input.audio}
     * @param description in words
     */
    static ReplicateError invalid(String type, String field, String description) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("detail", "- " + field + ": " + description + "\n");
        body.put("status", 422);
        body.put("title", "Input validation failed");
        body.put("invalid_fields", List.of(Map.of("type", type, "field", field, "description", description)));
        return new ReplicateError(422, body);
    }

    private static ReplicateError titled(int status, String title, String detail) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", title);
        body.put("detail", detail);
        body.put("status", status);
        return new ReplicateError(status, body);
    }
}
