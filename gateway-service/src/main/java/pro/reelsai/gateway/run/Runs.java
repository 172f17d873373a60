package pro.reelsai.gateway.run;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import pro.reelsai.gateway.credit.Credits;
import pro.reelsai.gateway.notification.Kind;
import pro.reelsai.gateway.notification.Notifications;
import pro.reelsai.gateway.outbox.Outbox;
import pro.reelsai.gateway.platform.GatewayConfig;
import pro.reelsai.gateway.project.ProjectEntity;
import pro.reelsai.gateway.project.ProjectStatus;
import pro.reelsai.model.Stage;

/**
 * Starts runs. All that a start consists of is one transaction: the run, the credit, the project's status and the event
 * in the outbox, so that there is never a run without its event nor an event without its run.
 */
@ApplicationScoped
public class Runs {
    private final ActiveRuns active;
    private final Credits credits;
    private final Outbox outbox;
    private final Notifications notifications;
    private final GatewayConfig config;

    public Runs(ActiveRuns active, Credits credits, Outbox outbox, Notifications notifications, GatewayConfig config) {
        this.active = active;
        this.credits = credits;
        this.outbox = outbox;
        this.notifications = notifications;
        this.config = config;
    }

    /**
     * Starts to make a project's ad.
     *
     * @return the run; a problem 409 where something is missing or an ad is being made already, 403 without a credit
     */
    @WithTransaction
    public Uni<RunEntity> startAd(UUID user, UUID projectId) {
        return ProjectEntity.ownedForUpdate(user, projectId)
                .call(project -> active.requireNone(project.id))
                .chain(project -> Choices.of(project).chain(choices -> {
                    RunEntity run = RunEntity.begin(project, RunKind.VIDEO, choices.forAd(), config.adDeadline());
                    project.status = ProjectStatus.PROCESSING;
                    project.touch();
                    // Flushed here: the ledger's row refers to the run.
                    return run.<RunEntity>persistAndFlush()
                            .call(() -> credits.reserve(user, run.id, run.attempt))
                            .call(() -> outbox.add(run.request(Stage.VOICE)))
                            .call(() -> notifications.add(run.id, user, Kind.STARTED));
                }));
    }

    /**
     * Starts to write a script for a project.
     *
     * @return the run, whose id will be the script's; a problem 409 where the project is not configured yet
     */
    @WithTransaction
    public Uni<RunEntity> startScript(UUID user, UUID projectId) {
        return ProjectEntity.owned(user, projectId)
                .chain(project -> Choices.of(project)
                        .map(choices ->
                                RunEntity.begin(project, RunKind.SCRIPT, choices.forScript(), config.scriptDeadline())))
                .chain(run -> run.<RunEntity>persistAndFlush().call(() -> outbox.add(run.request(Stage.SCRIPT))));
    }

    /** The runs of a project, newest first. */
    @WithSession
    public Uni<List<RunEntity>> of(UUID user, UUID projectId) {
        return ProjectEntity.owned(user, projectId).chain(project -> RunEntity.allOf(project.id));
    }
}
