package pro.reelsai.gateway.platform.openapi;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say about one operation beside its annotations; the file {@code openapi/<Resource>_<method>.json}.
 *
 * @param operationId the name that generated clients give it; null leaves the name of the method
 * @param description what it does, when to call it, what to expect
 * @param parameters examples of parameters, by name
 * @param request an example of the body
 * @param responses examples of successful answers, by status
 * @param problems the problems that are its own, by status: what {@code detail} says
 */
record OperationNotes(
        @Nullable String operationId,
        @Nullable String description,
        Map<String, Object> parameters,
        @Nullable Object request,
        Map<String, Object> responses,
        Map<String, String> problems) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    OperationNotes {
        parameters = Objects.requireNonNullElse(parameters, Map.of());
        responses = Objects.requireNonNullElse(responses, Map.of());
        problems = Objects.requireNonNullElse(problems, Map.of());
    }

    /** The notes about an operation; empty ones where nobody has written any yet. */
    static OperationNotes of(@Nullable String operation) {
        String file = "/openapi/" + operation + ".json";
        try (InputStream in = OperationNotes.class.getResourceAsStream(file)) {
            return in == null
                    ? new OperationNotes(null, null, Map.of(), null, Map.of(), Map.of())
                    : JSON.readValue(in, OperationNotes.class);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    void addTo(Operation operation) {
        if (operationId != null) {
            operation.setOperationId(operationId);
        }
        if (description != null) {
            operation.setDescription(description);
        }
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> {
                Object example = parameters.getOrDefault(parameter.getName(), Story.ID_OF.get(parameter.getName()));
                if (example != null) {
                    parameter.setExample(example);
                }
            });
        }
        if (request != null && operation.getRequestBody() != null) {
            show(operation.getRequestBody().getContent(), request);
        }
        responses.forEach((status, example) -> {
            APIResponse response = operation.getResponses().getAPIResponse(status);
            if (response == null) {
                throw new IllegalStateException(operation.getOperationId() + " has no answer " + status
                        + " in its annotations, but an example of it in its notes");
            }
            show(response.getContent(), example);
        });
    }

    private static void show(@Nullable Content content, Object example) {
        if (content != null) {
            content.getMediaTypes().values().forEach(type -> type.setExample(example));
        }
    }
}
