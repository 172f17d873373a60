package pro.reelsai.gateway.platform.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import org.jspecify.annotations.Nullable;
import pro.reelsai.runtime.json.ReelsJson;

/**
 * An immutable value as the text of a jsonb column, which also needs {@link Jsonb#WRITE} and a cast on reading.
 *
 * @param <T> the value
 */
abstract class JsonColumn<T> implements AttributeConverter<@Nullable T, @Nullable String> {
    private static final ObjectMapper MAPPER = ReelsJson.mapper();

    private final TypeReference<T> type;

    JsonColumn(TypeReference<T> type) {
        this.type = type;
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable T value) {
        if (value == null) {
            return null;
        }
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A value of the model cannot be written as JSON", e);
        }
    }

    @Override
    public @Nullable T convertToEntityAttribute(@Nullable String json) {
        if (json == null) {
            return null;
        }
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "A jsonb column does not hold " + type.getType().getTypeName(), e);
        }
    }
}
