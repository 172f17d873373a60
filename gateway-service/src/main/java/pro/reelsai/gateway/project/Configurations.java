package pro.reelsai.gateway.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.GatewayConfig;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.platform.problem.Violation;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.CaptionStyle;
import pro.reelsai.model.MusicBed;
import pro.reelsai.model.VideoConfiguration;

/**
 * Holds what a user asks for against what we can make. What cannot be made is refused with what can, never left out in
 * silence.
 */
@ApplicationScoped
public class Configurations {
    private static final List<Integer> DURATIONS = List.of(15, 30, 45, 60);
    /** The shapes that the editing and caption stages can compose. */
    private static final List<String> SHAPES =
            Arrays.stream(AspectRatio.values()).map(AspectRatio::label).toList();
    /** What the editing stage can lay under the speech. */
    private static final List<String> MUSIC =
            Stream.concat(Stream.of(MusicBed.NONE), MusicBed.names().stream()).toList();

    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    private final List<String> languages;
    private final int scriptCharacters;

    public Configurations(GatewayConfig config) {
        this.languages = config.languages();
        this.scriptCharacters = config.scriptCharacters();
    }

    /**
     * The configuration that a request asks for.
     *
     * @throws ApiProblem 422 naming all that we cannot make
     */
    VideoConfiguration accept(ConfigurationRequest request) {
        List<Violation> violations = new ArrayList<>();
        requireOneOf("duration", request.duration(), DURATIONS, violations);
        requireOneOf("aspect_ratio", request.aspectRatio(), SHAPES, violations);
        requireShapes(request, violations);
        requireCaptionStyle(request.captionStyle(), violations);
        requireLanguage(request.language(), violations);
        requireOneOf("music", request.music(), MUSIC, violations);
        if (request.hooks() != null && request.hooks() != 1) {
            violations.add(
                    new Violation("hooks", "must be 1; an ad has one opening, another one makes an ad of its own"));
        }
        if (!violations.isEmpty()) {
            throw ApiProblem.invalid(violations);
        }
        List<AspectRatio> shapes = shapes(request);
        return new VideoConfiguration(
                request.duration(),
                request.targetAudience().strip(),
                request.cta().strip(),
                request.direction().strip(),
                shapes.getFirst(),
                request.captionStyle(),
                request.language() == null ? languages.getFirst() : request.language(),
                1,
                1,
                MusicBed.NONE.equals(request.music()) ? null : request.music(),
                shapes.subList(1, shapes.size()));
    }

    /** All that can be asked for. */
    VideoOptions options() {
        return new VideoOptions(DURATIONS, SHAPES, CaptionStyle.names(), MUSIC, languages, scriptCharacters);
    }

    private static <T> void requireOneOf(
            String field, @Nullable T value, List<T> possible, List<Violation> violations) {
        if (value != null && !possible.contains(value)) {
            violations.add(new Violation(field, "must be " + among(possible)));
        }
    }

    private static void requireShapes(ConfigurationRequest request, List<Violation> violations) {
        List<String> shapes = request.aspectRatios();
        if (shapes == null) {
            return;
        }
        if (!SHAPES.containsAll(shapes)) {
            violations.add(new Violation("aspect_ratios", "must each be " + among(SHAPES)));
        } else if (new HashSet<>(shapes).size() < shapes.size()) {
            violations.add(new Violation("aspect_ratios", "must name every shape once"));
        } else if (request.aspectRatio() != null && !shapes.contains(request.aspectRatio())) {
            violations.add(new Violation("aspect_ratios", "must hold the aspect_ratio, where both are given"));
        }
    }

    private static void requireCaptionStyle(@Nullable String style, List<Violation> violations) {
        if (style != null && CaptionStyle.named(style).isEmpty()) {
            violations.add(new Violation("caption_style", "must be " + among(CaptionStyle.names())));
        }
    }

    private void requireLanguage(@Nullable String tag, List<Violation> violations) {
        if (tag == null) {
            return;
        }
        if (!LANGUAGE_TAG.matcher(tag).matches()) {
            violations.add(new Violation("language", "must be a BCP 47 tag such as en-US"));
        } else if (!languages.contains(Locale.forLanguageTag(tag).getLanguage())) {
            violations.add(new Violation("language", "must be " + among(languages)));
        }
    }

    private static String among(List<?> possible) {
        List<String> names = possible.stream().map(String::valueOf).toList();
        return names.size() == 1 ? names.getFirst() : "one of " + String.join(", ", names);
    }

    /** The shape that is named alone is the first, wherever it stands in the list. */
    private static List<AspectRatio> shapes(ConfigurationRequest request) {
        List<String> listed = request.aspectRatios() == null ? List.of() : request.aspectRatios();
        List<AspectRatio> shapes = Stream.concat(Stream.ofNullable(request.aspectRatio()), listed.stream())
                .distinct()
                .map(AspectRatio::ofLabel)
                .toList();
        return shapes.isEmpty() ? List.of(AspectRatio.ofLabel(SHAPES.getFirst())) : shapes;
    }
}
