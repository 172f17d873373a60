package pro.reelsai.lipsync.replicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Reads Replicate's errors: {@code {"title": "…", "detail": "…", "status": 422}}, of which any may be missing. */
public final class ReplicateErrors implements ResponseExceptionMapper<ReplicateException> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_DETAIL = 300;

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 300;
    }

    @Override
    public ReplicateException toThrowable(Response response) {
        String body = response.hasEntity() ? response.readEntity(String.class) : "";
        return new ReplicateException(response.getStatus(), detail(body == null ? "" : body));
    }

    private static String detail(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            String detail = json.path("detail").asText(json.path("title").asText());
            return detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL))
                    .strip();
        } catch (JsonProcessingException e) {
            return "no JSON"; // a proxy's page
        }
    }
}
