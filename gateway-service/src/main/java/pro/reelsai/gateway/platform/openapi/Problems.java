package pro.reelsai.gateway.platform.openapi;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.problem.ProblemDetails;

/** The problems in the document: those that any route may answer, and those that an operation's notes name. */
final class Problems {
    private static final String SCHEMA = "Problem";
    /** What Quarkus describes the answers with that it adds by itself. */
    private static final Set<String> OF_QUARKUS = Set.of("Not Authorized", "Not Allowed", "Bad Request");

    private Problems() {}

    /** The one shape of all problems. */
    static void declareIn(OpenAPI document) {
        Map<String, Schema> field = new LinkedHashMap<>();
        field.put("field", string("The field's name in the request"));
        field.put("message", string("The rule that it breaks"));
        Schema violation = object(field, List.of("field", "message"));
        Map<String, Schema> properties = new LinkedHashMap<>();
        properties.put("type", string("about:blank: the status says what kind of problem it is"));
        properties.put("title", string("The status in words"));
        properties.put("status", OASFactory.createSchema().type(List.of(SchemaType.INTEGER)));
        properties.put("detail", string("What went wrong and what to do about it, for people"));
        properties.put("instance", string("The path that was asked for"));
        properties.put(
                "violations",
                OASFactory.createSchema()
                        .type(List.of(SchemaType.ARRAY))
                        .items(violation)
                        .description("Which fields are wrong; left out where there are none"));
        Schema problem = object(properties, List.of("type", "title", "status", "detail", "instance"))
                .description("An error as RFC 9457 spells it");
        document.getComponents().addSchema(SCHEMA, problem);
    }

    static void addTo(String path, Operation operation, OperationNotes notes) {
        Map<String, String> problems = new TreeMap<>(common(operation, notes));
        problems.putAll(notes.problems());
        String instance = Story.path(path);
        problems.forEach((status, detail) -> {
            APIResponse problem = problem(Integer.parseInt(status), detail, instance);
            APIResponse annotated = operation.getResponses().getAPIResponse(status);
            if (annotated != null && !OF_QUARKUS.contains(annotated.getDescription())) {
                problem.setDescription(annotated.getDescription());
            }
            operation.getResponses().addAPIResponse(status, problem);
        });
        // Quarkus declares it wherever a role is asked for; here, whoever lacks the role gets a 401.
        APIResponse forbidden = operation.getResponses().getAPIResponse("403");
        if (forbidden != null && forbidden.getContent() == null) {
            operation.getResponses().removeAPIResponse("403");
        }
    }

    private static Map<String, String> common(Operation operation, OperationNotes notes) {
        Map<String, String> problems = new TreeMap<>();
        boolean parameters =
                operation.getParameters() != null && !operation.getParameters().isEmpty();
        if (isSecured(operation)) {
            problems.put("401", "Send a valid access token as 'Authorization: Bearer …'");
            problems.put("429", "Too many requests; try again in 1 s");
            problems.put("503", "The database cannot be reached just now; try again in a moment");
        }
        if (parameters
                && operation.getParameters().stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.PATH)) {
            problems.put("404", "There is no such thing, or it is not yours");
        }
        if (parameters || operation.getRequestBody() != null) {
            problems.put("400", "The request could not be read");
        }
        if (operation.getRequestBody() != null) {
            problems.put("413", "The request is too large");
            problems.put("415", "This address does not take that media type");
            if (notes.request() instanceof Map<?, ?> body && !body.isEmpty()) {
                problems.put("422", body.keySet().iterator().next() + " must not be null");
            }
        }
        return problems;
    }

    private static boolean isSecured(Operation operation) {
        return operation.getSecurity() != null && !operation.getSecurity().isEmpty();
    }

    private static APIResponse problem(int status, String detail, String instance) {
        String title = HttpResponseStatus.valueOf(status).reasonPhrase();
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "about:blank");
        example.put("title", title);
        example.put("status", status);
        example.put("detail", detail);
        example.put("instance", instance);
        if (status == 422) {
            int end = detail.indexOf(' ');
            example.put(
                    "violations",
                    List.of(Map.of("field", detail.substring(0, end), "message", detail.substring(end + 1))));
        }
        return OASFactory.createAPIResponse()
                .description(title)
                .content(OASFactory.createContent()
                        .addMediaType(
                                ProblemDetails.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(SCHEMA))
                                        .example(example)));
    }

    private static Schema string(@Nullable String description) {
        return OASFactory.createSchema().type(List.of(SchemaType.STRING)).description(description);
    }

    private static Schema object(Map<String, Schema> properties, List<String> required) {
        return OASFactory.createSchema()
                .type(List.of(SchemaType.OBJECT))
                .properties(properties)
                .required(required);
    }
}
