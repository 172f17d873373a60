package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import pro.reelsai.gateway.ApiDocument.Body;
import pro.reelsai.gateway.ApiDocument.Operation;

/**
 * Plays the document's examples against the gateway. They share their ids; which real id stands for which one of an
 * example is learnt from the answers.
 */
final class ExampleStory {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final ApiDocument document;
    private final Caller caller;
    private final Map<String, String> real = new HashMap<>();
    private final Set<String> played = new HashSet<>();

    ExampleStory(ApiDocument document, Caller caller) {
        this.document = document;
        this.caller = caller;
    }

    /** The operations that were called so far, by name. */
    Set<String> played() {
        return played;
    }

    /** The real id that stands for one of the examples. */
    String real(String example) {
        return real.getOrDefault(example, example);
    }

    /** Says that something in the examples stands for this. */
    void know(String example, String value) {
        real.put(example, value);
    }

    /** Calls an operation as its example says, and holds the answer against the document. */
    Response play(String id) throws Exception {
        return play(id, caller.request());
    }

    /** The same, as somebody else or with more headers. */
    Response play(String id, RequestSpecification request) throws Exception {
        Operation operation = operation(id);
        Response response = send(operation, request);
        check(operation, response);
        played.add(id);
        return response;
    }

    /** The body that an operation is sent. */
    String bodyOf(String id) {
        return withRealIds(operation(id).request().orElseThrow().example().toString());
    }

    private Operation operation(String id) {
        return document.operations().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The document has no operation " + id));
    }

    private Response send(Operation operation, RequestSpecification request) {
        Optional<Body> body = operation.request();
        body.ifPresent(content -> {
            if (content.type().startsWith("multipart/")) {
                request.multiPart("file", MediaFixtures.picture().toFile());
            } else {
                request.contentType(content.type())
                        .body(withRealIds(content.example().toString()));
            }
        });
        operation.parameters("query").forEach((name, example) -> request.queryParam(name, withRealIds(example)));
        operation.parameters("path").forEach((name, example) -> request.pathParam(name, withRealIds(example)));
        return request.redirects().follow(false).request(operation.method(), operation.path());
    }

    private void check(Operation operation, Response response) throws Exception {
        int status = response.statusCode();
        assertThat(operation.answers())
                .as("%s answered %s: %s", operation, status, response.asString())
                .containsKey(status);
        assertThat(status)
                .as("%s: %s", operation, response.asString())
                .isLessThan(operation.path().equals("/sentry-debug") ? 501 : 400);
        Optional<Body> documented = operation.answers().get(status);
        if (documented.isEmpty()) {
            assertThat(response.asString())
                    .as("%s answers without a body", operation)
                    .isEmpty();
            return;
        }
        Body body = documented.get();
        assertThat(response.contentType()).as("%s", operation).startsWith(body.type());
        if (body.type().contains("json")) {
            JsonNode answer = JSON.readTree(response.asString());
            assertThat(document.violations(body.schema(), answer))
                    .as("%s answered %s", operation, answer)
                    .isEmpty();
            learn(body.example(), answer);
        }
    }

    /** Where an example shows an id, the answer shows the real one. */
    private void learn(JsonNode example, JsonNode answer) {
        if (example.isTextual() && answer.isTextual()) {
            if (ID.matcher(example.asText()).matches()
                    && ID.matcher(answer.asText()).matches()) {
                real.putIfAbsent(example.asText(), answer.asText());
            }
        } else if (example.isArray() && answer.isArray()) {
            for (int i = 0; i < Math.min(example.size(), answer.size()); i++) {
                learn(example.get(i), answer.get(i));
            }
        } else if (example.isObject() && answer.isObject()) {
            example.properties().forEach(field -> learn(field.getValue(), answer.path(field.getKey())));
        }
    }

    private String withRealIds(String text) {
        String result = text;
        for (Map.Entry<String, String> id : real.entrySet()) {
            result = result.replace(id.getKey(), id.getValue());
        }
        return result;
    }
}
