package pro.reelsai.gateway.run;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.layout.LayoutEntity;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.platform.problem.Violation;
import pro.reelsai.gateway.project.ConfigurationChange;
import pro.reelsai.gateway.run.ReplayPlan.Change;
import pro.reelsai.model.Actor;
import pro.reelsai.model.LayoutType;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.VideoConfiguration;

/** Changes what a past stage was asked with, as far as that stage and those after it go by it. */
@ApplicationScoped
public class ReplaySettings {
    private static final String LAYOUT = "layout";

    private final ConfigurationChange configurations;

    public ReplaySettings(ConfigurationChange configurations) {
        this.configurations = configurations;
    }

    /** The first stage that goes by a setting; what shapes the script alone is the script's. */
    static Stage firstFor(String setting) {
        return switch (setting) {
            case "language" -> Stage.VOICE;
            case LAYOUT, "aspect_ratio", "aspect_ratios", "music" -> Stage.EDITING;
            case "caption_style" -> Stage.CAPTION;
            default -> Stage.SCRIPT;
        };
    }

    /**
     * The context with its settings changed; in the session of the caller.
     *
     * @return a problem 422 naming every setting that there is not, that has no such value, or that was decided on before
     */
    Uni<Changed> apply(StageContext context, ReplayOrder order) {
        return LayoutEntity.offeredTypes().map(offered -> apply(context, order, offered));
    }

    private Changed apply(StageContext context, ReplayOrder order, Set<LayoutType> offered) {
        Map<String, @Nullable Object> settings = new TreeMap<>(order.set());
        List<Violation> violations = new ArrayList<>();
        settings.keySet().forEach(name -> check(name, order.from(), violations));
        if (!violations.isEmpty()) {
            throw ApiProblem.invalid(violations);
        }
        LayoutType layout = settings.containsKey(LAYOUT) ? layout(settings.remove(LAYOUT), offered) : context.layout();
        if (isCutOut(layout) != isCutOut(context.layout()) && Stage.LIPSYNC.compareTo(order.from()) < 0) {
            throw ApiProblem.invalid(
                    field(LAYOUT),
                    "was decided on in lipsync, before " + order.from().wireName()
                            + ": an actor is filmed with or without what is behind");
        }
        Actor actor = context.actor();
        if (isCutOut(layout) && actor != null && !actor.provider().cutsOut()) {
            throw ApiProblem.invalid(
                    field(LAYOUT),
                    "needs an illustrated presenter: " + actor.name() + " is filmed and cannot be cut out");
        }
        VideoConfiguration configuration = settings.isEmpty()
                ? context.configuration()
                : named(() -> configurations.apply(context.configuration(), settings));
        StageContext changed = new StageContext(
                context.product(),
                configuration,
                context.script(),
                context.voice(),
                context.actor(),
                layout,
                context.assets(),
                context.outputs());
        return new Changed(changed, changes(context, changed));
    }

    private static void check(String name, Stage from, List<Violation> violations) {
        if (!name.equals(LAYOUT) && !ConfigurationChange.SETTINGS.contains(name)) {
            String known = ConfigurationChange.SETTINGS.stream().sorted().collect(Collectors.joining(", "));
            violations.add(new Violation(field(name), "is not a setting; there are " + LAYOUT + ", " + known));
        } else if (firstFor(name).compareTo(from) < 0) {
            violations.add(new Violation(
                    field(name), "was decided on in " + firstFor(name).wireName() + ", before " + from.wireName()));
        }
    }

    private static boolean isCutOut(@Nullable LayoutType layout) {
        return layout == LayoutType.ACTOR_CUTOUT;
    }

    private static LayoutType layout(@Nullable Object value, Set<LayoutType> offered) {
        return offered.stream()
                .filter(type -> value instanceof String name && type.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> ApiProblem.invalid(
                        field(LAYOUT),
                        "must be one of "
                                + offered.stream().map(Enum::name).sorted().collect(Collectors.joining(", "))));
    }

    /** What is said of a setting is said of it as the caller has spelt it. */
    private static VideoConfiguration named(Supplier<VideoConfiguration> change) {
        try {
            return change.get();
        } catch (ApiProblem e) {
            throw ApiProblem.invalid(e.violations().stream()
                    .map(violation -> new Violation(field(violation.field()), violation.message()))
                    .toList());
        }
    }

    private static String field(String setting) {
        return "set." + setting;
    }

    private List<Change> changes(StageContext before, StageContext after) {
        Map<String, @Nullable Object> old = values(before);
        List<Change> changes = new ArrayList<>();
        values(after).forEach((name, value) -> {
            if (!Objects.equals(old.get(name), value)) {
                changes.add(new Change(name, old.get(name), value));
            }
        });
        changes.sort(Comparator.comparing(Change::name));
        return changes;
    }

    private Map<String, @Nullable Object> values(StageContext context) {
        Map<String, @Nullable Object> values = new HashMap<>(configurations.values(context.configuration()));
        values.put(LAYOUT, context.layout() == null ? null : context.layout().name());
        return values;
    }

    /**
     * A changed context.
     *
     * @param context what the stage is asked with
     * @param changes what differs
     */
    record Changed(StageContext context, List<Change> changes) {}
}
