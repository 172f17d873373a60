package pro.reelsai.gateway.run;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.SameContext;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.run.ReplayPlan.Expected;
import pro.reelsai.gateway.run.ReplayPlan.Step;
import pro.reelsai.gateway.run.ReplaySettings.Changed;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.Asset;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.StageOutput;
import pro.reelsai.model.StoredObject;
import pro.reelsai.runtime.storage.ObjectStorage;

/** Finds out what a replay would do, and whether everything it needs is still there. Changes nothing. */
@ApplicationScoped
public class ReplayPlanner {
    private final ReplaySettings settings;
    private final ObjectStorage storage;

    public ReplayPlanner(ReplaySettings settings, ObjectStorage storage) {
        this.settings = settings;
        this.storage = storage;
    }

    /**
     * Plans to repeat a run.
     *
     * @return the plan; a problem 404 where the run is unknown, 409 where the stage was never asked, or what it was asked
     *     with is gone, 422 where the order makes no sense
     */
    public Uni<ReplayPlan> plan(UUID runId, ReplayOrder order) {
        return SameContext.afterwards(Panache.withSession(() -> RunEntity.<RunEntity>findById(runId)
                        .onItem()
                        .ifNull()
                        .failWith(() -> ApiProblem.notFound("run"))
                        .invoke(run -> requireStageOf(run, order.from()))
                        .chain(run -> StageExecutionEntity.ofRun(runId).chain(rows -> draft(run, rows, order)))))
                .chain(draft -> SameContext.afterwards(missing(draft.files()).map(gone -> complete(draft, gone))));
    }

    private static void requireStageOf(RunEntity run, Stage from) {
        if (run.kind == RunKind.SHADOW) {
            throw ApiProblem.conflict("This run is a shadow itself; replay run " + run.replayOf);
        }
        if ((run.kind == RunKind.SCRIPT) != (from == Stage.SCRIPT)) {
            throw ApiProblem.invalid(
                    "from_stage",
                    run.kind == RunKind.SCRIPT
                            ? "must be script, which is all that this run has"
                            : "must be one of "
                                    + Stage.ofAnAd().stream()
                                            .map(Stage::wireName)
                                            .collect(Collectors.joining(", "))
                                    + "; scripts have runs of their own");
        }
    }

    private Uni<Draft> draft(RunEntity run, List<StageExecutionEntity> rows, ReplayOrder order) {
        StageContext asked = rows.stream()
                .filter(row -> row.stage == order.from())
                .max(Comparator.comparing(row -> row.attempt))
                .map(row -> row.context)
                .orElseThrow(() -> ApiProblem.conflict(
                        "Run %s never came to %s".formatted(run.id, order.from().wireName())));
        Map<Stage, StageOutput> made = new EnumMap<>(Stage.class);
        Stream.concat(rows.stream().map(row -> row.context), Stream.of(run.context))
                .forEach(context -> {
                    if (context != null) {
                        made.putAll(context.outputs());
                    }
                });
        return settings.apply(withoutCosts(asked), order)
                .map(changed -> new Draft(run.id, run.projectId, run.kind, order, changed, made));
    }

    /** What was made before is paid for already. */
    private static StageContext withoutCosts(StageContext asked) {
        StageContext context = asked;
        for (Map.Entry<Stage, StageOutput> output : asked.outputs().entrySet()) {
            context = context.with(output.getKey(), output.getValue().asReused());
        }
        return context;
    }

    private Uni<Set<ObjectKey>> missing(Set<ObjectKey> keys) {
        return Multi.createFrom()
                .iterable(keys)
                .onItem()
                .transformToUniAndMerge(key -> storage.info(key)
                        .map(info -> info.isPresent() ? Optional.<ObjectKey>empty() : Optional.of(key)))
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asSet();
    }

    private static ReplayPlan complete(Draft draft, Set<ObjectKey> gone) {
        Set<ObjectKey> lost = new HashSet<>(draft.inputs());
        lost.retainAll(gone);
        if (!lost.isEmpty()) {
            throw ApiProblem.conflict(
                    "What " + draft.order.from().wireName() + " was asked with is not in the bucket any more ("
                            + lost.iterator().next() + "); replay from an earlier stage");
        }
        return new ReplayPlan(
                draft.run,
                draft.project,
                draft.order.shadow() ? RunKind.SHADOW : draft.kind,
                draft.order,
                draft.changed.context(),
                draft.changed.changes(),
                draft.steps(gone));
    }

    /**
     * A plan before anybody has looked into the bucket.
     *
     * @param made the outputs of all stages of the past run
     */
    private record Draft(
            UUID run, UUID project, RunKind kind, ReplayOrder order, Changed changed, Map<Stage, StageOutput> made) {
        /** What the first stage reads. */
        Set<ObjectKey> inputs() {
            StageContext context = changed.context();
            Set<ObjectKey> keys = new HashSet<>();
            context.outputs().values().forEach(output -> keys.addAll(keys(output)));
            boolean captionsRender = order.from() == Stage.CAPTION
                    && context.artifact(Stage.EDITING, Artifact.TIMELINE).isPresent();
            if (order.from().compareTo(Stage.CAPTION) < 0 || captionsRender) {
                context.assets().stream().map(Asset::key).forEach(keys::add);
            }
            return keys;
        }

        /** All that the plan depends on. */
        Set<ObjectKey> files() {
            Set<ObjectKey> keys = inputs();
            made.values().forEach(output -> keys.addAll(keys(output)));
            return keys;
        }

        List<Step> steps(Set<ObjectKey> gone) {
            List<Step> steps = new ArrayList<>();
            boolean same = !order.shadow();
            Stage first = kind == RunKind.SCRIPT ? Stage.SCRIPT : Stage.ofAnAd().getFirst();
            for (@Nullable Stage stage = first;
                    stage != null;
                    stage = stage.next().orElse(null)) {
                Stage current = stage;
                if (current.compareTo(order.from()) < 0) {
                    steps.add(new Step(current, Expected.KEPT));
                    continue;
                }
                same = same
                        && changed.changes().stream()
                                .noneMatch(change -> ReplaySettings.firstFor(change.name()) == current);
                StageOutput output = made.get(current);
                boolean reused = same && output != null && keys(output).stream().noneMatch(gone::contains);
                steps.add(new Step(current, reused ? Expected.REUSED : Expected.RUN));
                if (order.shadow()) {
                    break;
                }
            }
            return steps;
        }

        private static List<ObjectKey> keys(StageOutput output) {
            return output.files().map(StoredObject::key).toList();
        }
    }
}
