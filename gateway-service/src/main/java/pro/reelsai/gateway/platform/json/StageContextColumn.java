package pro.reelsai.gateway.platform.json;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import pro.reelsai.model.StageContext;

/** A {@link StageContext} in a jsonb column. */
@Converter
public class StageContextColumn extends JsonColumn<StageContext> {
    /** For Hibernate. */
    public StageContextColumn() {
        super(new TypeReference<>() {});
    }
}
