package pro.reelsai.gateway.progress;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import pro.reelsai.gateway.credit.Credits;
import pro.reelsai.gateway.notification.Kind;
import pro.reelsai.gateway.notification.Notifications;
import pro.reelsai.gateway.project.ProjectEntity;
import pro.reelsai.gateway.run.RunEntity;
import pro.reelsai.gateway.run.RunKind;
import pro.reelsai.gateway.script.ScriptEntity;
import pro.reelsai.model.RunState;
import pro.reelsai.model.Script;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageOutput;
import pro.reelsai.model.event.LipsyncCallback;
import pro.reelsai.model.event.ReelsEvent;
import pro.reelsai.model.event.RunCancelled;
import pro.reelsai.model.event.RunCompleted;
import pro.reelsai.model.event.RunFailed;
import pro.reelsai.model.event.RunProgress;
import pro.reelsai.model.event.ScriptGenerated;
import pro.reelsai.model.event.StageRequested;

/**
 * Keeps runs, credits and projects up to date with what the events say.
 *
 * <p>Everything an event changes, the note that it was seen among it, is one transaction under the run's lock. So a
 * redelivered event changes nothing, and events of one run that cross on their way through different topics merge to the
 * same end in either order.
 */
@ApplicationScoped
public class Projection {
    private static final Logger LOG = Logger.getLogger(Projection.class);

    private final ContractNames names;
    private final Credits credits;
    private final Notifications notifications;

    public Projection(ContractNames names, Credits credits, Notifications notifications) {
        this.names = names;
        this.credits = credits;
        this.notifications = notifications;
    }

    /** Applies an event; one that was applied before, or whose run is unknown, changes nothing. */
    public Uni<Void> apply(ReelsEvent event) {
        Uni<Void> applied = Panache.withTransaction(() -> once(event)).replaceWithVoid();
        return event instanceof RunCompleted completed
                ? applied.chain(() -> names.give(completed.projectId()))
                : applied;
    }

    private Uni<Void> once(ReelsEvent event) {
        return ProcessedEvents.remember(event.id()).chain(isNew -> {
            if (!isNew) {
                return Uni.createFrom().voidItem();
            }
            return RunEntity.findForUpdate(event.runId()).chain(run -> {
                if (run == null) {
                    LOG.warnf("Event %s speaks of a run that is not here", event.id());
                    return Uni.createFrom().voidItem();
                }
                return StageRows.of(run).chain(stages -> merge(event, run, stages));
            });
        });
    }

    private Uni<Void> merge(ReelsEvent event, RunEntity run, StageRows stages) {
        if (run.state == RunState.CANCELLED) {
            // The user was told that it is over, and shown how far it was.
            return Uni.createFrom().voidItem();
        }
        stages.merge(event);
        Uni<Void> saved = stages.save();
        // An earlier attempt's news, and news after the end, are history: they change no run, credit or project.
        if (run.state.isTerminal() || event.attempt() != run.attempt) {
            return saved;
        }
        Uni<Void> changed =
                switch (event) {
                    case StageRequested requested -> advance(run, stages);
                    case RunProgress progress -> advance(run, stages);
                    case RunCompleted completed -> complete(run, stages, completed);
                    case RunFailed failed -> fail(run, stages, failed);
                    case ScriptGenerated generated -> keepScript(run, generated);
                    // Only a call to the stage to look; what it finds comes as an event of its own.
                    case LipsyncCallback callback -> Uni.createFrom().voidItem();
                    // The gateway itself cancels, and wrote it down when it did.
                    case RunCancelled cancelled -> Uni.createFrom().voidItem();
                };
        return saved.chain(() -> changed);
    }

    private static Uni<Void> advance(RunEntity run, StageRows stages) {
        run.state = stages.runState(run.attempt);
        if (run.startedAt == null && run.state != RunState.RESERVED) {
            run.startedAt = stages.firstStart(run.attempt);
        }
        return showOnProject(run, stages);
    }

    private Uni<Void> complete(RunEntity run, StageRows stages, RunCompleted event) {
        run.end(RunState.COMPLETED, event.completedAt());
        run.context = event.context();
        if (run.startedAt == null) {
            run.startedAt = stages.firstStart(run.attempt);
        }
        if (run.kind == RunKind.SHADOW) {
            return Uni.createFrom().voidItem();
        }
        return credits.settle(run.id, run.attempt)
                .chain(() -> project(run))
                .invoke(project -> {
                    project.status = ProjectStatusView.of(run, stages.latest());
                    project.touch();
                    ContractNames.ad(event.context()).ifPresent(ad -> {
                        project.finalVideoKey = ad.value();
                        project.finalVideoDuration = event.context()
                                .output(Stage.CAPTION)
                                .map(StageOutput::durationSeconds)
                                .orElse(null);
                    });
                })
                .chain(() -> notifications.add(run.id, run.userId, Kind.COMPLETED));
    }

    private Uni<Void> fail(RunEntity run, StageRows stages, RunFailed event) {
        run.end(RunState.FAILED, event.failedAt());
        run.failureCode = event.code();
        run.failureMessage = event.message();
        if (run.kind == RunKind.SHADOW) {
            return Uni.createFrom().voidItem();
        }
        return credits.refund(run.id, run.attempt, "The ad could not be made: " + event.code())
                .chain(() -> showOnProject(run, stages))
                .chain(() -> run.kind == RunKind.VIDEO
                        ? notifications.add(run.id, run.userId, Kind.FAILED)
                        : Uni.createFrom().voidItem());
    }

    private static Uni<Void> keepScript(RunEntity run, ScriptGenerated event) {
        run.startedAt = run.startedAt == null ? event.generatedAt() : run.startedAt;
        run.end(RunState.COMPLETED, event.generatedAt());
        run.context = run.context.with(event.script());
        if (run.kind == RunKind.SHADOW) {
            return Uni.createFrom().voidItem();
        }
        List<ScriptEntity> scripts = new ArrayList<>();
        scripts.add(ScriptEntity.written(run.projectId, event.script(), event.generatedAt()));
        for (Script variant : event.variants()) {
            // The list shows the newest first, and the first one is the writer's best.
            scripts.add(ScriptEntity.written(
                    run.projectId, variant, event.generatedAt().minusMillis(scripts.size())));
        }
        return ScriptEntity.persist(scripts);
    }

    private static Uni<Void> showOnProject(RunEntity run, StageRows stages) {
        if (run.kind != RunKind.VIDEO) {
            return Uni.createFrom().voidItem();
        }
        return project(run)
                .invoke(project -> {
                    project.status = ProjectStatusView.of(run, stages.latest());
                    project.touch();
                })
                .replaceWithVoid();
    }

    private static Uni<ProjectEntity> project(RunEntity run) {
        return ProjectEntity.findById(run.projectId);
    }
}
