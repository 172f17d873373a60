package pro.reelsai.gateway.platform.json;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;
import pro.reelsai.model.VideoConfiguration;

/** A {@link VideoConfiguration} in a jsonb column. */
@Converter
@Immutable
public class VideoConfigurationColumn extends JsonColumn<VideoConfiguration> {
    /** For Hibernate. */
    public VideoConfigurationColumn() {
        super(new TypeReference<>() {});
    }
}
