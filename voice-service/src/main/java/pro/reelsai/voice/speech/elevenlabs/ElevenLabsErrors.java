package pro.reelsai.voice.speech.elevenlabs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import pro.reelsai.stage.provider.ProviderException;
import pro.reelsai.stage.provider.ProviderException.Reason;
import pro.reelsai.stage.provider.RetryAfter;

/**
 * Reads ElevenLabs' errors: {@code {"detail": {"status", "message"}}}, or a list of {@code {"loc", "msg"}} with a 422. Both
 * 429s pass, {@code too_many_concurrent_requests} as soon as another request has ended, {@code system_busy} when it likes.
 *
 * <p>Source: ElevenLabs' OpenAPI document and its help pages on errors 400, 401 and 429.
 */
public final class ElevenLabsErrors implements ResponseExceptionMapper<ProviderException> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_MESSAGE = 300;

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 400;
    }

    @Override
    public ProviderException toThrowable(Response response) {
        String body = response.hasEntity() ? response.readEntity(String.class) : "";
        JsonNode detail = detail(body == null ? "" : body);
        String code = detail.path("status").asText();
        String message = detail.isArray()
                ? detail.path(0).path("loc").path(1).asText() + ": "
                        + detail.path(0).path("msg").asText()
                : detail.path("message").asText("no reason given");
        return new ProviderException(
                reason(response.getStatus(), code),
                "HTTP %d %s, %s"
                        .formatted(
                                response.getStatus(),
                                code,
                                message.substring(0, Math.min(LONGEST_MESSAGE, message.length()))),
                RetryAfter.parse(response.getHeaderString(HttpHeaders.RETRY_AFTER), Clock.systemUTC()),
                null);
    }

    private static Reason reason(int status, String code) {
        return switch (code) {
            case "quota_exceeded" -> Reason.MONEY;
            case "content_against_policy", "detected_unusual_activity" -> Reason.REFUSED;
            default ->
                switch (status) {
                    case 401, 403 -> Reason.KEY;
                    case 402 -> Reason.MONEY;
                    case 408, 409, 425, 429 -> Reason.BUSY;
                    default -> status >= 500 ? Reason.BROKEN : Reason.REQUEST;
                };
        };
    }

    private static JsonNode detail(String body) {
        try {
            return JSON.readTree(body).path("detail");
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
