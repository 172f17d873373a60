package pro.reelsai.gateway.admin.history;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.admin.AdminConfig;
import pro.reelsai.gateway.platform.SameContext;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.run.RunEntity;

/** Tells a run's history. */
@ApplicationScoped
public class RunHistory {
    private final RecordedEvents events;
    private final Duration margin;

    public RunHistory(RecordedEvents events, AdminConfig config) {
        this.events = events;
        this.margin = config.historyMargin();
    }

    /** What was said of a run; a problem 404 where it is unknown. */
    public Uni<RunHistoryView> of(UUID id) {
        return Panache.withSession(() -> RunEntity.<RunEntity>findById(id))
                .onItem()
                .ifNull()
                .failWith(() -> ApiProblem.notFound("run"))
                .chain(run -> SameContext.afterwards(Uni.createFrom()
                        .item(() -> events.of(id, run.createdAt.minus(margin), end(run)))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())));
    }

    private @Nullable Instant end(RunEntity run) {
        return run.finishedAt == null ? null : run.finishedAt.plus(margin);
    }
}
