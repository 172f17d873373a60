package pro.reelsai.stage.provider.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Set;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import pro.reelsai.stage.provider.ProviderException;
import pro.reelsai.stage.provider.ProviderException.Reason;
import pro.reelsai.stage.provider.RetryAfter;

/**
 * Reads OpenAI's errors: {@code {"error": {"message", "type", "param", "code"}}}.
 *
 * <p>Source: the {@code Error} schema of OpenAI's OpenAPI document and its guide to error codes; {@code content_filter} is
 * Azure's.
 */
public final class OpenAiErrors implements ResponseExceptionMapper<ProviderException> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> AGAINST_THE_RULES =
            Set.of("invalid_prompt", "content_policy_violation", "content_filter", "moderation_blocked");
    private static final int LONGEST_MESSAGE = 300;

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 400;
    }

    @Override
    public ProviderException toThrowable(Response response) {
        String body = response.hasEntity() ? response.readEntity(String.class) : "";
        JsonNode error = error(body == null ? "" : body);
        int status = response.getStatus();
        String message = error.path("message").asText("no reason given");
        return new ProviderException(
                reason(status, error),
                "HTTP %d, %s".formatted(status, message.substring(0, Math.min(LONGEST_MESSAGE, message.length()))),
                RetryAfter.parse(response.getHeaderString(HttpHeaders.RETRY_AFTER), Clock.systemUTC()),
                null);
    }

    private static Reason reason(int status, JsonNode error) {
        String code = error.path("code").asText();
        return switch (status) {
            case 401, 403 -> Reason.KEY;
            case 402 -> Reason.MONEY;
            case 408, 409, 425 -> Reason.BUSY;
            case 429 ->
                code.equals("insufficient_quota") || error.path("type").asText().equals("insufficient_quota")
                        ? Reason.MONEY
                        : Reason.BUSY;
            default ->
                status >= 500 ? Reason.BROKEN : AGAINST_THE_RULES.contains(code) ? Reason.REFUSED : Reason.REQUEST;
        };
    }

    private static JsonNode error(String body) {
        try {
            return JSON.readTree(body).path("error");
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
