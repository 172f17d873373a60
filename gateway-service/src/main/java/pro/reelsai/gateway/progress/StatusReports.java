package pro.reelsai.gateway.progress;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.project.ProjectEntity;
import pro.reelsai.gateway.run.RunEntity;
import pro.reelsai.gateway.run.StageExecutionEntity;
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

    /** The key of a project's finished ad; a problem 409 where there is none yet. */
    @WithSession
    public Uni<String> finalVideoKey(UUID user, UUID projectId) {
        return ProjectEntity.owned(user, projectId)
                .map(project -> project.finalVideoKey)
                .onItem()
                .ifNull()
                .failWith(() -> ApiProblem.conflict("This project has no finished ad yet"));
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
