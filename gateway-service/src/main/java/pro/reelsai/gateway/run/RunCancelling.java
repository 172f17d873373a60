package pro.reelsai.gateway.run;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import pro.reelsai.gateway.credit.Credits;
import pro.reelsai.gateway.outbox.Outbox;
import pro.reelsai.gateway.platform.Now;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.project.ProjectEntity;
import pro.reelsai.gateway.project.ProjectStatus;
import pro.reelsai.model.RunState;
import pro.reelsai.model.Stage;
import pro.reelsai.model.event.RunCancelled;

/**
 * Ends runs that their user does not want any more. The run is over with the transaction that says so, whether or not a
 * stage hears of it soon: what a stage brings afterwards finds a run that has ended.
 *
 * <p>Locks are taken in the order run, profile, project, as the projection takes them.
 */
@ApplicationScoped
public class RunCancelling {
    private final Credits credits;
    private final Outbox outbox;

    public RunCancelling(Credits credits, Outbox outbox) {
        this.credits = credits;
        this.outbox = outbox;
    }

    /**
     * Cancels the ad that is being made of a project.
     *
     * @return its run; a problem 409 where none is being made
     */
    @WithTransaction
    public Uni<RunEntity> cancel(UUID user, UUID projectId) {
        return ProjectEntity.requireOwned(user, projectId)
                .chain(() -> RunEntity.openAdForUpdate(projectId))
                .onItem()
                .ifNull()
                .failWith(() -> ApiProblem.conflict("No ad of this project is being made"))
                .call(run -> StageExecutionEntity.ofRun(run.id).chain(stages -> end(run, stages)));
    }

    private Uni<Void> end(RunEntity run, List<StageExecutionEntity> stages) {
        Instant now = Now.instant();
        Stage atWork = StageOrder.atWork(run, stages);
        run.end(RunState.CANCELLED, now);
        stages.stream().filter(stage -> stage.attempt == run.attempt).forEach(stage -> stage.cancelled(now));
        return credits.refund(run.id, run.attempt, "The ad was cancelled")
                .chain(() -> outbox.withdraw(run.id))
                .chain(() -> outbox.add(new RunCancelled(run.id, run.projectId, run.userId, atWork, run.attempt, now)))
                .chain(() -> ProjectEntity.<ProjectEntity>findById(run.projectId))
                .invoke(project -> {
                    project.status = ProjectStatus.CANCELLED;
                    project.touch();
                })
                .replaceWithVoid();
    }
}
