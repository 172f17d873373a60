package pro.reelsai.gateway.platform.json;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import pro.reelsai.model.VideoConfiguration;

/** A {@link VideoConfiguration} in a jsonb column. */
@Converter
public class VideoConfigurationColumn extends JsonColumn<VideoConfiguration> {
    /** For Hibernate. */
    public VideoConfigurationColumn() {
        super(new TypeReference<>() {});
    }
}
