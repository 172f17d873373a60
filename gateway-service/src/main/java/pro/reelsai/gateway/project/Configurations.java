package pro.reelsai.gateway.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.GatewayConfig;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.VideoConfiguration;

/** Holds what a user asks for against what we can make. */
@ApplicationScoped
public class Configurations {
    private static final Set<Integer> DURATIONS = new TreeSet<>(List.of(15, 30, 45, 60));
    /** The shapes that the editing and caption stages can compose today. */
    private static final Set<AspectRatio> SHAPES = Set.of(AspectRatio.PORTRAIT);

    private final List<String> languages;

    public Configurations(GatewayConfig config) {
        this.languages = config.languages();
    }

    /**
     * The configuration that a request asks for.
     *
     * @throws ApiProblem 422 if we cannot make such an ad
     */
    VideoConfiguration accept(ConfigurationRequest request) {
        if (!DURATIONS.contains(request.duration())) {
            throw ApiProblem.invalid("duration", "must be 15, 30, 45 or 60 seconds");
        }
        return new VideoConfiguration(
                request.duration(),
                request.targetAudience().strip(),
                request.cta().strip(),
                request.direction().strip(),
                shape(request.aspectRatio()),
                request.captionStyle(),
                language(request.language()));
    }

    private static AspectRatio shape(@Nullable String label) {
        if (label == null) {
            return AspectRatio.PORTRAIT;
        }
        return SHAPES.stream()
                .filter(shape -> shape.label().equals(label))
                .findFirst()
                .orElseThrow(() -> ApiProblem.invalid("aspect_ratio", "must be 9:16"));
    }

    private String language(@Nullable String tag) {
        if (tag == null) {
            return languages.getFirst();
        }
        if (!languages.contains(Locale.forLanguageTag(tag).getLanguage())) {
            throw ApiProblem.invalid("language", "must be one of " + String.join(", ", languages));
        }
        return tag;
    }
}
