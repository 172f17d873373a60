package pro.reelsai.runtime.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/**
 * Reads Supabase Storage's errors, nearly all of which arrive as HTTP 400 with the true status in the body:
 * {@code {"statusCode": "404", "error": "not_found", "message": "…", "code": "NoSuchKey"}}.
 *
 * <p>Source: recorded from supabase/storage v1.70.6; older servers leave {@code code} out.
 */
public final class StorageErrors implements ResponseExceptionMapper<StorageException> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Integer> STATUS_OF_CODE =
            Map.of("NoSuchKey", 404, "NoSuchBucket", 404, "KeyAlreadyExists", 409, "EntityTooLarge", 413);

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 400;
    }

    @Override
    public StorageException toThrowable(Response response) {
        String body = response.hasEntity() ? response.readEntity(String.class) : "";
        return read(response.getStatus(), body == null ? "" : body);
    }

    static StorageException read(int httpStatus, String body) {
        try {
            JsonNode error = JSON.readTree(body);
            int status = error.path("statusCode")
                    .asInt(STATUS_OF_CODE.getOrDefault(error.path("code").asText(), httpStatus));
            return new StorageException(
                    status,
                    "Storage answered %d %s: %s"
                            .formatted(
                                    status,
                                    error.path("error").asText(""),
                                    error.path("message").asText("")));
        } catch (JsonProcessingException e) {
            return new StorageException(httpStatus, "Storage answered " + httpStatus + " without a readable body");
        }
    }
}
