package pro.reelsai.local.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pro.reelsai.local.vendor.VendorRefusal;

/**
 * Checks a JSON schema as OpenAI does where {@code strict} is true: the root is an object, every object closes itself and
 * requires all its properties, and keywords that the model cannot be held to are refused.
 *
 * <p>Source: OpenAI's guide to structured outputs, "supported schemas".
 */
final class StrictSchema {
    private static final int DEEPEST = 10;
    private static final int MOST_PROPERTIES = 5000;
    private static final Set<String> TYPES =
            Set.of("string", "number", "integer", "boolean", "object", "array", "null");
    private static final Set<String> REFUSED = Set.of(
            "allOf",
            "not",
            "dependentRequired",
            "dependentSchemas",
            "if",
            "then",
            "else",
            "oneOf",
            "minLength",
            "maxLength",
            "patternProperties",
            "unevaluatedProperties",
            "propertyNames",
            "minProperties",
            "maxProperties",
            "uniqueItems",
            "contains",
            "default");

    private final String name;
    private int properties;

    private StrictSchema(String name) {
        this.name = name;
    }

    /**
     * Checks a schema.
     *
     * @param name the name of the response format
     * @throws VendorRefusal if OpenAI would refuse it
     */
    static void check(String name, JsonNode schema) throws VendorRefusal {
        if (!"object".equals(schema.path("type").asText())) {
            throw new StrictSchema(name)
                    .refusal(
                            List.of(),
                            "schema must be a JSON Schema of 'type: \"object\"', got 'type: \""
                                    + schema.path("type").asText("None") + "\"'");
        }
        new StrictSchema(name).check(schema, List.of(), 1);
    }

    private void check(JsonNode schema, List<String> context, int depth) throws VendorRefusal {
        if (depth > DEEPEST) {
            throw refusal(context, "schema exceeds the limit of " + DEEPEST + " levels of nesting");
        }
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            if (REFUSED.contains(keyword.getKey())) {
                throw refusal(context, "'" + keyword.getKey() + "' is not permitted");
            }
        }
        for (JsonNode choice : schema.path("anyOf")) {
            check(choice, and(context, "anyOf"), depth);
        }
        if (schema.has("anyOf") || schema.has("$ref")) {
            return;
        }
        List<String> types = types(schema);
        if (types.isEmpty() || !TYPES.containsAll(types)) {
            throw refusal(context, "schema must have a 'type' key");
        }
        if (types.contains("object")) {
            checkObject(schema, context, depth);
        }
        if (types.contains("array")) {
            if (!schema.has("items")) {
                throw refusal(context, "array schema missing items");
            }
            check(schema.get("items"), and(context, "items"), depth + 1);
        }
    }

    private void checkObject(JsonNode schema, List<String> context, int depth) throws VendorRefusal {
        JsonNode closed = schema.path("additionalProperties");
        if (!closed.isBoolean() || closed.asBoolean()) {
            throw refusal(context, "'additionalProperties' is required to be supplied and to be false");
        }
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(field -> required.add(field.asText()));
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (++properties > MOST_PROPERTIES) {
                throw refusal(context, "schema has more than " + MOST_PROPERTIES + " properties");
            }
            if (!required.remove(property.getKey())) {
                throw refusal(
                        context,
                        "'required' is required to be supplied and to be an array including every key in properties. "
                                + "Missing '" + property.getKey() + "'");
            }
            check(property.getValue(), and(and(context, "properties"), property.getKey()), depth + 1);
        }
        if (!required.isEmpty()) {
            throw refusal(
                    context,
                    "'required' is required to be supplied and to be an array including every key in properties. Extra "
                            + "required key '" + required.iterator().next() + "' supplied");
        }
    }

    private static List<String> types(JsonNode schema) {
        List<String> types = new ArrayList<>();
        if (schema.path("type").isArray()) {
            schema.get("type").forEach(type -> types.add(type.asText()));
        } else if (schema.has("type")) {
            types.add(schema.get("type").asText());
        }
        return types;
    }

    private static List<String> and(List<String> context, String step) {
        List<String> longer = new ArrayList<>(context);
        longer.add(step);
        return longer;
    }

    private VendorRefusal refusal(List<String> context, String problem) {
        String place = context.stream().map(step -> "'" + step + "'").collect(Collectors.joining(", ", "(", ")"));
        return OpenAiErrors.invalid(
                "Invalid schema for response_format '%s': In context=%s, %s.".formatted(name, place, problem),
                "response_format",
                null);
    }
}
