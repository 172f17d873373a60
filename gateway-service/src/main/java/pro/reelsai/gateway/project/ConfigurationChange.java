package pro.reelsai.gateway.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.platform.problem.Violation;
import pro.reelsai.model.VideoConfiguration;

/** Changes single settings of a configuration, by the names and rules of {@link ConfigurationRequest}. */
@ApplicationScoped
public class ConfigurationChange {
    /** The settings that there are, by their names in the contract. */
    public static final Set<String> SETTINGS = Arrays.stream(ConfigurationRequest.class.getRecordComponents())
            .map(component -> SnakeCaseStrategy.INSTANCE.translate(component.getName()))
            .collect(Collectors.toUnmodifiableSet());

    private static final String SHAPE = "aspect_ratio";
    private static final String SHAPES = "aspect_ratios";

    private final Configurations configurations;
    private final ObjectMapper mapper;
    private final Validator validator;

    public ConfigurationChange(Configurations configurations, ObjectMapper mapper, Validator validator) {
        this.configurations = configurations;
        this.mapper = mapper;
        this.validator = validator;
    }

    /**
     * The same configuration with other settings.
     *
     * @param settings new values by names in {@link #SETTINGS}, as JSON has them
     * @throws ApiProblem 422 naming every setting that has no such value
     */
    public VideoConfiguration apply(VideoConfiguration now, Map<String, @Nullable Object> settings) {
        ObjectNode fields = mapper.valueToTree(ConfigurationView.of(now));
        if (settings.containsKey(SHAPE)) {
            fields.remove(SHAPES);
        } else if (settings.containsKey(SHAPES)) {
            fields.remove(SHAPE);
        }
        settings.forEach((name, value) -> fields.set(name, mapper.valueToTree(value)));
        ConfigurationRequest request = read(fields);
        List<Violation> violations = validator.validate(request).stream()
                .map(violation -> new Violation(
                        SnakeCaseStrategy.INSTANCE.translate(
                                violation.getPropertyPath().toString()),
                        violation.getMessage()))
                .toList();
        if (!violations.isEmpty()) {
            throw ApiProblem.invalid(violations);
        }
        return configurations.accept(request);
    }

    /** What is set, by the same names. */
    public Map<String, @Nullable Object> values(VideoConfiguration configuration) {
        return mapper.convertValue(ConfigurationView.of(configuration), new TypeReference<>() {});
    }

    private ConfigurationRequest read(ObjectNode fields) {
        try {
            return mapper.treeToValue(fields, ConfigurationRequest.class);
        } catch (JsonMappingException e) {
            String field = e.getPath().stream()
                    .map(JsonMappingException.Reference::getFieldName)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("settings");
            throw ApiProblem.invalid(field, "has a value that cannot be read");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read as JSON cannot be read again", e);
        }
    }
}
