package pro.reelsai.gateway.run;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.credit.Credits;
import pro.reelsai.gateway.platform.GatewayConfig;
import pro.reelsai.gateway.platform.Now;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.project.ProjectEntity;
import pro.reelsai.gateway.project.ProjectStatus;
import pro.reelsai.gateway.run.StageOrder.Point;
import pro.reelsai.gateway.user.BetaGate;
import pro.reelsai.model.RunState;
import pro.reelsai.model.Stage;

/**
 * Lets failed runs go on from the stage that failed, in another attempt. What the stages before it have made is in the
 * stored context, so nothing that is done is done or paid again.
 *
 * <p>Only under the project's lock does a run leave its terminal state, and only there does a new one begin. The run's own
 * lock is not taken: while a run is open the projection holds it and then wants the project's.
 */
@ApplicationScoped
public class RunResuming {
    private final BetaGate beta;
    private final Credits credits;
    private final StageRequests requests;
    private final GatewayConfig config;

    public RunResuming(BetaGate beta, Credits credits, StageRequests requests, GatewayConfig config) {
        this.beta = beta;
        this.credits = credits;
        this.requests = requests;
        this.config = config;
    }

    /**
     * Resumes the newest ad of a user's project.
     *
     * @return its run; a problem 409 where it has not failed, 403 without a credit
     */
    @WithTransaction
    public Uni<RunEntity> byUser(UUID user, UUID projectId) {
        return beta.pass(user)
                .chain(() -> ProjectEntity.ownedForUpdate(user, projectId))
                .chain(project -> RunEntity.newestAd(projectId)
                        .chain(run ->
                                again(project, run, open -> credits.reserve(open.userId, open.id, open.attempt))));
    }

    /**
     * Resumes any run, at the cost of the house.
     *
     * @return the run; a problem 404 where it is unknown, 409 where it has not failed or a newer one has taken its place
     */
    @WithTransaction
    public Uni<RunEntity> byOperator(UUID runId) {
        return RunEntity.ownerOf(runId)
                .onItem()
                .ifNull()
                .failWith(() -> ApiProblem.notFound("run"))
                .chain(owner -> ProjectEntity.heldForUpdate(owner.projectId()))
                .chain(project -> RunEntity.<RunEntity>findById(runId)
                        .call(run -> requireNewest(run))
                        .chain(run -> again(project, run, this::free)));
    }

    private Uni<Void> free(RunEntity run) {
        return run.kind == RunKind.VIDEO
                ? credits.reserveNothing(run.userId, run.id, run.attempt)
                : Uni.createFrom().voidItem();
    }

    private static Uni<Void> requireNewest(RunEntity run) {
        return run.kind != RunKind.VIDEO
                ? Uni.createFrom().voidItem()
                : RunEntity.newestAd(run.projectId)
                        .invoke(newest -> {
                            if (newest != null && !newest.id.equals(run.id)) {
                                throw ApiProblem.conflict("Run " + newest.id + " of this project is newer");
                            }
                        })
                        .replaceWithVoid();
    }

    private Uni<RunEntity> again(
            ProjectEntity project, @Nullable RunEntity run, Function<RunEntity, Uni<Void>> reserve) {
        RunEntity failed = requireFailed(run);
        return StageExecutionEntity.ofRun(failed.id)
                .chain(stages -> reopen(failed, stages, project).chain(event -> reserve.apply(failed)))
                .replaceWith(failed);
    }

    private Uni<Void> reopen(RunEntity run, List<StageExecutionEntity> stages, ProjectEntity project) {
        Point point = StageOrder.failure(run, stages);
        Instant now = Now.instant();
        run.reopen(now, limit(run.kind));
        if (run.kind == RunKind.VIDEO) {
            project.status = statusBefore(point.stage());
            project.touch();
        }
        return requests.send(run.request(point.stage(), point.context(), now));
    }

    private Duration limit(RunKind kind) {
        return kind == RunKind.SCRIPT ? config.scriptDeadline() : config.adDeadline();
    }

    private static RunEntity requireFailed(@Nullable RunEntity run) {
        if (run == null) {
            throw ApiProblem.conflict("No ad of this project was started yet");
        }
        if (run.state == RunState.FAILED) {
            return run;
        }
        throw ApiProblem.conflict(
                switch (run.state) {
                    case COMPLETED -> "This ad is finished; there is nothing to resume";
                    case CANCELLED -> "This ad was cancelled; start a new one";
                    default -> "This ad is being made already";
                });
    }

    /** What a project shows while a stage has not begun and the stages before it are done. */
    static ProjectStatus statusBefore(Stage stage) {
        return switch (stage) {
            case SCRIPT, VOICE -> ProjectStatus.PROCESSING;
            case LIPSYNC -> ProjectStatus.VOICE_OVER_READY;
            case EDITING -> ProjectStatus.ACTOR_GENERATION_COMPLETED;
            case CAPTION -> ProjectStatus.ASSETS_VIDEO_GENERATION_STARTED;
        };
    }
}
