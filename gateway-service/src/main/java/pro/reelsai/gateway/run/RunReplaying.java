package pro.reelsai.gateway.run;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import pro.reelsai.gateway.credit.Credits;
import pro.reelsai.gateway.platform.GatewayConfig;
import pro.reelsai.gateway.project.ProjectEntity;

/**
 * Repeats past runs from one of their stages, as operators ask. A replay is a run of its own: the past one stays as it is,
 * and so do its files. One that counts takes the project's place as any newer run does; a shadow touches nothing.
 */
@ApplicationScoped
public class RunReplaying {
    private static final Logger LOG = Logger.getLogger(RunReplaying.class);

    private final ActiveRuns active;
    private final Credits credits;
    private final StageRequests requests;
    private final GatewayConfig config;

    public RunReplaying(ActiveRuns active, Credits credits, StageRequests requests, GatewayConfig config) {
        this.active = active;
        this.credits = credits;
        this.requests = requests;
        this.config = config;
    }

    /**
     * Starts what was planned, at the cost of the house.
     *
     * @return the new run; a problem 409 where an ad of the project is being made, unless it is a shadow
     */
    @WithTransaction
    public Uni<RunEntity> start(ReplayPlan plan, String operator) {
        boolean counts = plan.kind() == RunKind.VIDEO;
        return ProjectEntity.heldForUpdate(plan.project())
                .call(project -> counts
                        ? active.requireNone(project.id)
                        : Uni.createFrom().voidItem())
                .chain(project -> begin(plan, project))
                .invoke(run -> LOG.infof(
                        "Run %s repeats run %s from %s%s, as %s asks",
                        run.id,
                        run.replayOf,
                        plan.order().from().wireName(),
                        run.kind == RunKind.SHADOW ? " in the shadow" : "",
                        operator));
    }

    private Uni<RunEntity> begin(ReplayPlan plan, ProjectEntity project) {
        RunEntity run = RunEntity.repeat(
                project, plan, plan.kind() == RunKind.SCRIPT ? config.scriptDeadline() : config.adDeadline());
        if (run.kind == RunKind.VIDEO) {
            project.status = RunResuming.statusBefore(plan.order().from());
            project.touch();
        }
        return run.<RunEntity>persist()
                .call(() -> requests.send(run.request(run.firstStage())))
                .call(() -> run.kind == RunKind.VIDEO
                        ? credits.reserveNothing(run.userId, run.id, run.attempt)
                        : Uni.createFrom().voidItem());
    }
}
