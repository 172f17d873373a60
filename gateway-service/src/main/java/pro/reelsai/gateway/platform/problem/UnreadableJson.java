package pro.reelsai.gateway.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a body without Jackson's words, which name our classes. */
final class UnreadableJson {
    private UnreadableJson() {}

    static String explain(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return field(mapping) + " has a value that cannot be read" + expected(mapping);
        }
        if (e instanceof MismatchedInputException) {
            return "The body has to be a JSON object";
        }
        return e.getLocation() == null
                ? "The body is not JSON"
                : "The body is not JSON: line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    private static String field(JsonMappingException e) {
        return e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
    }

    private static String expected(JsonMappingException e) {
        @Nullable
        Class<?> type = e instanceof InvalidFormatException format
                ? format.getTargetType()
                : e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (type == null) {
            return "";
        }
        return switch (type.getSimpleName()) {
            case "UUID" -> "; an id looks like 123e4567-e89b-12d3-a456-426614174000";
            case "int", "Integer", "long", "Long" -> "; it has to be a whole number";
            case "boolean", "Boolean" -> "; it has to be true or false";
            case "String" -> "; it has to be a string";
            default -> "";
        };
    }
}
