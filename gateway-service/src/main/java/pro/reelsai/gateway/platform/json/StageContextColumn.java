package pro.reelsai.gateway.platform.json;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;
import pro.reelsai.model.StageContext;

/** A {@link StageContext} in a jsonb column. */
@Converter
@Immutable
public class StageContextColumn extends JsonColumn<StageContext> {
    /** For Hibernate. */
    public StageContextColumn() {
        super(new TypeReference<>() {});
    }
}
