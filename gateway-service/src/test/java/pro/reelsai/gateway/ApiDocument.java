package pro.reelsai.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The document at {@code /openapi.json} as a reader sees it. */
final class ApiDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> METHODS = List.of("get", "head", "post", "put", "delete", "patch");
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode root;

    private ApiDocument(JsonNode root) {
        this.root = root;
    }

    static ApiDocument fetch() throws JsonProcessingException {
        return new ApiDocument(JSON.readTree(RestAssured.get("/openapi.json").asString()));
    }

    JsonNode root() {
        return root;
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> operations.add(
                        new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return operations;
    }

    /** What is wrong with a value that should follow a schema of the document; fields it does not name are wrong too. */
    List<String> violations(JsonNode schema, JsonNode value) {
        ObjectNode whole = schema.deepCopy();
        ObjectNode components = root.path("components").deepCopy();
        components.path("schemas").forEach(ApiDocument::forbidFurtherFields);
        whole.set("components", components);
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(whole, STRICT).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private static void forbidFurtherFields(JsonNode schema) {
        if (schema instanceof ObjectNode object && schema.has("properties") && !schema.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
    }

    /**
     * One operation.
     *
     * @param method in capitals
     * @param path with the names of its parameters in braces
     * @param node what the document says of it
     */
    record Operation(String method, String path, JsonNode node) {
        String id() {
            return node.path("operationId").asText();
        }

        Optional<Body> request() {
            return body(node.path("requestBody"));
        }

        /** The answers, by status; an answer without a body has an empty one. */
        Map<Integer, Optional<Body>> answers() {
            Map<Integer, Optional<Body>> answers = new TreeMap<>();
            node.path("responses")
                    .properties()
                    .forEach(answer -> answers.put(Integer.parseInt(answer.getKey()), body(answer.getValue())));
            return answers;
        }

        /** An example of each parameter in the path or in the query, by name. */
        Map<String, String> parameters(String in) {
            Map<String, String> examples = new TreeMap<>();
            node.path("parameters").forEach(parameter -> {
                if (parameter.path("in").asText().equals(in) && parameter.has("example")) {
                    examples.put(
                            parameter.path("name").asText(),
                            parameter.path("example").asText());
                }
            });
            return examples;
        }

        private static Optional<Body> body(JsonNode node) {
            return node.path("content").properties().stream()
                    .findFirst()
                    .map(type -> new Body(
                            type.getKey(),
                            type.getValue().path("schema"),
                            type.getValue().path("example")));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /**
     * What is sent or answered.
     *
     * @param type its media type
     * @param schema its schema
     * @param example its example; a missing node where there is none
     */
    record Body(String type, JsonNode schema, JsonNode example) {}
}
