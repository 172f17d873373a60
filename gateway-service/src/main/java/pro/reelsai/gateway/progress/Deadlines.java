package pro.reelsai.gateway.progress;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import pro.reelsai.gateway.platform.GatewayConfig;
import pro.reelsai.gateway.platform.Now;
import pro.reelsai.gateway.platform.problem.DatabaseAway;
import pro.reelsai.gateway.run.RunEntity;
import pro.reelsai.gateway.run.RunKind;
import pro.reelsai.gateway.run.StageExecutionEntity;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Stage;
import pro.reelsai.model.event.RunFailed;

/**
 * Ends runs that no stage has ended in time: whatever was lost on the way, the user gets an answer and the credit back,
 * and can start again.
 */
@ApplicationScoped
public class Deadlines {
    private static final Logger LOG = Logger.getLogger(Deadlines.class);
    private static final int AT_ONCE = 50;

    private final Projection projection;
    private final Duration grace;

    public Deadlines(Projection projection, GatewayConfig config) {
        this.projection = projection;
        this.grace = config.deadlineGrace();
    }

    @Scheduled(every = "${reels.gateway.deadline-check:30s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> endOverdueRuns() {
        Instant now = Now.instant();
        return Panache.withSession(
                        () -> RunEntity.overdue(now.minus(grace), AT_ONCE).chain(runs -> Multi.createFrom()
                                .iterable(runs)
                                .onItem()
                                .transformToUniAndConcatenate(run -> failure(run, now))
                                .collect()
                                .asList()))
                .chain(this::applyAll)
                .onFailure(DatabaseAway::isCauseOf)
                .invoke(e -> LOG.warnf("Deadlines cannot be checked just now: %s", e.getMessage()))
                .onFailure(DatabaseAway::isCauseOf)
                .recoverWithNull();
    }

    private Uni<Void> applyAll(List<RunFailed> failures) {
        return Multi.createFrom()
                .iterable(failures)
                .onItem()
                .transformToUniAndConcatenate(failure -> {
                    LOG.warnf("Run %s was not finished in time; %s gave no answer", failure.runId(), failure.stage());
                    return projection.apply(failure);
                })
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static Uni<RunFailed> failure(RunEntity run, Instant now) {
        return StageExecutionEntity.ofRun(run.id)
                .map(rows -> new RunFailed(
                        run.id,
                        run.projectId,
                        run.userId,
                        stageAtWork(run, rows),
                        run.attempt,
                        FailureCode.TIMED_OUT,
                        "This took too long and was stopped; please try again",
                        now));
    }

    private static Stage stageAtWork(RunEntity run, List<StageExecutionEntity> rows) {
        if (run.kind != RunKind.VIDEO) {
            return run.firstStage();
        }
        Stage current = StagePlan.current(StageRows.latest(rows));
        return current == null ? Stage.ofAnAd().getLast() : current;
    }
}
