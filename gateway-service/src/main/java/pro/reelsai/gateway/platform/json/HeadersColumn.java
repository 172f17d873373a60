package pro.reelsai.gateway.platform.json;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.Map;
import org.hibernate.annotations.Immutable;

/** The headers of a Kafka record in a jsonb column. */
@Converter
@Immutable
public class HeadersColumn extends JsonColumn<Map<String, String>> {
    /** For Hibernate. */
    public HeadersColumn() {
        super(new TypeReference<>() {});
    }
}
