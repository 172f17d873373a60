package pro.reelsai.gateway.platform.json;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** The other openings of a script in a jsonb column. */
@Converter
@Immutable
public class HooksColumn extends JsonColumn<List<String>> {
    /** For Hibernate. */
    public HooksColumn() {
        super(new TypeReference<>() {});
    }
}
