package pro.reelsai.gateway.idempotency;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;
import pro.reelsai.gateway.platform.Now;

/** Removes answers whose time is over. */
@ApplicationScoped
public class AnswerSweep {
    private static final Logger LOG = Logger.getLogger(AnswerSweep.class);

    private final Duration retention;

    public AnswerSweep(IdempotencyConfig config) {
        this.retention = config.retention();
    }

    @Scheduled(every = "${reels.idempotency.sweep:10m}", concurrentExecution = ConcurrentExecution.SKIP)
    @WithTransaction
    Uni<Void> sweep() {
        return AnswerEntity.deleteOlderThan(Now.instant().minus(retention))
                .onFailure()
                .invoke(e -> LOG.warnf("Old answers cannot be removed just now: %s", e.getMessage()))
                .onFailure()
                .recoverWithItem(0L)
                .replaceWithVoid();
    }
}
