package pro.reelsai.gateway.run;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import pro.reelsai.gateway.credit.Credits;
import pro.reelsai.gateway.notification.Kind;
import pro.reelsai.gateway.notification.Notifications;
import pro.reelsai.gateway.platform.GatewayConfig;
import pro.reelsai.gateway.project.ProjectEntity;
import pro.reelsai.gateway.project.ProjectStatus;
import pro.reelsai.gateway.user.BetaGate;
import pro.reelsai.model.Stage;

/**
 * Starts runs. All that a start consists of is one transaction: the run, the credit, the project's status and the event
 * in the outbox, so that there is never a run without its event nor an event without its run.
 */
@ApplicationScoped
public class Runs {
    private final BetaGate beta;
    private final Credits credits;
    private final StageRequests requests;
    private final Backlog backlog;
    private final Admission admission;
    private final NewAds newAds;
    private final Notifications notifications;
    private final GatewayConfig config;

    public Runs(
            BetaGate beta,
            Credits credits,
            StageRequests requests,
            Backlog backlog,
            Admission admission,
            NewAds newAds,
            Notifications notifications,
            GatewayConfig config) {
        this.beta = beta;
        this.credits = credits;
        this.requests = requests;
        this.backlog = backlog;
        this.admission = admission;
        this.newAds = newAds;
        this.notifications = notifications;
        this.config = config;
    }

    /**
     * Starts to make a project's ad.
     *
     * @return the run; a problem 409 where something is missing or an ad is being made already, 403 without a credit or,
     *     where the gate is closed, for whoever is no beta user, 503 where the queue is too long
     */
    @WithTransaction
    public Uni<RunEntity> startAd(UUID user, UUID projectId) {
        return beta.pass(user)
                .invoke(backlog::requireShort)
                .chain(() -> ProjectEntity.ownedForUpdate(user, projectId))
                .chain(project -> Choices.of(project, admission.adsAtOnce()).chain(choices -> {
                    RunEntity run = RunEntity.begin(project, RunKind.VIDEO, choices.forAd(), config.adDeadline());
                    return (admission.hasRoom(choices.adsAtWork())
                                    ? credits.reserveBy(user, () -> newAds.begin(run))
                                    : queue(project, run))
                            .chain(() -> notifications.add(run.id, user, Kind.STARTED))
                            .replaceWith(run);
                }));
    }

    private Uni<Void> queue(ProjectEntity project, RunEntity run) {
        project.status = ProjectStatus.PROCESSING;
        project.touch();
        // The balance last, since the user's other requests wait for it from here on.
        return admission.queue(run).chain(() -> credits.reserve(run.userId, run.id, run.attempt));
    }

    /**
     * Starts to write a script for a project.
     *
     * @param hooks how many openings the script should have, from 1
     * @param variants how many scripts are to be written, from 1
     * @return the run, whose id will be the script's; a problem 409 where the project is not configured yet
     */
    @WithTransaction
    public Uni<RunEntity> startScript(UUID user, UUID projectId, int hooks, int variants) {
        return beta.pass(user)
                .chain(() -> ProjectEntity.owned(user, projectId))
                .chain(project -> Choices.of(project)
                        .map(choices -> RunEntity.begin(
                                project, RunKind.SCRIPT, choices.forScript(hooks, variants), config.scriptDeadline())))
                .chain(run -> run.<RunEntity>persist().call(() -> requests.send(run.request(Stage.SCRIPT))));
    }

    /** The runs of a project, newest first. */
    @WithSession
    public Uni<List<RunView>> of(UUID user, UUID projectId) {
        return ProjectEntity.owned(user, projectId)
                .chain(project -> RunEntity.allOf(project.id))
                .chain(runs -> StageExecutionEntity.costsOf(
                                runs.stream().map(run -> run.id).toList())
                        .map(costs -> runs.stream()
                                .map(run -> RunView.of(run, costs.getOrDefault(run.id, BigDecimal.ZERO)))
                                .toList()));
    }
}
