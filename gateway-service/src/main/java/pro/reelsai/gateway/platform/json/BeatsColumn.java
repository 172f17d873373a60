package pro.reelsai.gateway.platform.json;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.List;
import org.hibernate.annotations.Immutable;
import pro.reelsai.model.ScriptBeat;

/** The beats of a script in a jsonb column. */
@Converter
@Immutable
public class BeatsColumn extends JsonColumn<List<ScriptBeat>> {
    /** For Hibernate. */
    public BeatsColumn() {
        super(new TypeReference<>() {});
    }
}
