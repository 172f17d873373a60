package pro.reelsai.gateway.progress;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.project.ProjectEntity;
import pro.reelsai.gateway.run.RunEntity;
import pro.reelsai.gateway.run.StageExecutionEntity;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.RunState;

/** Reads what a status report is made of. */
@ApplicationScoped
public class StatusReports {
    /** What there is to report on a project of a user. */
    @WithSession
    public Uni<Report> of(UUID user, UUID projectId) {
        return ProjectEntity.owned(user, projectId).chain(project -> RunEntity.newestAd(project.id)
                .chain(run -> run == null
                        ? Uni.createFrom().item(new Report(project, null, List.of(), null))
                        : withRun(project, run)));
    }

    private static Uni<Report> withRun(ProjectEntity project, RunEntity run) {
        return StageExecutionEntity.ofRun(run.id)
                .chain(stages -> queuePosition(run).map(position -> new Report(project, run, stages, position)));
    }

    private static Uni<@Nullable Long> queuePosition(RunEntity run) {
        return run.state == RunState.RESERVED
                ? run.countAhead().map(ahead -> ahead + 1)
                : Uni.createFrom().nullItem();
    }

    /**
     * The key of a project's finished ad.
     *
     * @param shape the shape that is wanted; null for its first
     * @return the key; a problem 409 where there is no ad yet, or none in this shape
     */
    @WithSession
    public Uni<String> finalVideoKey(UUID user, UUID projectId, @Nullable AspectRatio shape) {
        return ProjectEntity.owned(user, projectId)
                .map(project -> project.finalVideoKey)
                .onItem()
                .ifNull()
                .failWith(() -> ApiProblem.conflict("This project has no finished ad yet"))
                .chain(first -> shape == null
                        ? Uni.createFrom().item(first)
                        : RunEntity.newestFinishedAd(projectId).map(run -> inShape(shape, first, run)));
    }

    private static String inShape(AspectRatio shape, String first, @Nullable RunEntity run) {
        return Optional.ofNullable(run)
                .flatMap(finished -> ContractNames.inShape(shape, first, finished))
                .orElseThrow(() -> ApiProblem.conflict("This project's ad was not made in " + shape.label()));
    }

    /**
     * What was read.
     *
     * @param project the project
     * @param run its newest run; null before the first
     * @param stages the run's stages in all attempts, in the order of the attempts
     * @param queuePosition where the run stands in the queue; null once it is begun
     */
    public record Report(
            ProjectEntity project,
            @Nullable RunEntity run,
            List<StageExecutionEntity> stages,
            @Nullable Long queuePosition) {}
}
