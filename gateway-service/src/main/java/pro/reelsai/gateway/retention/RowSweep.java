package pro.reelsai.gateway.retention;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Removes leases that ran out long ago, and old dead letters. */
@ApplicationScoped
public class RowSweep {
    private static final Logger LOG = Logger.getLogger(RowSweep.class);
    /** A part at a time, so that no statement holds rows for long. */
    private static final int AT_ONCE = 5000;

    /** Whoever still held such a lease would notice: owners are never the same twice. */
    private static final String LEASES = """
            delete from stage_lease where (project_id, stage, fingerprint) in (
                select project_id, stage, fingerprint from stage_lease
                where lease_until < now() - $1 * interval '1 second'
                order by lease_until limit $2 for update skip locked)
            """;

    private static final String DEAD_LETTERS = """
            delete from dead_letters where id in (
                select id from dead_letters where died_at < now() - $1 * interval '1 second'
                order by died_at limit $2 for update skip locked)
            """;

    private final Pool pool;
    private final RetentionConfig config;

    public RowSweep(Pool pool, RetentionConfig config) {
        this.pool = pool;
        this.config = config;
    }

    @Scheduled(every = "${reels.retention.check:10m}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return remove(LEASES, config.leases())
                .chain(() -> remove(DEAD_LETTERS, config.deadLetters()))
                .onFailure()
                .invoke(e -> LOG.warnf("Old leases and dead letters cannot be removed just now: %s", e.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> remove(String statement, Duration retention) {
        return pool.preparedQuery(statement)
                .execute(Tuple.of((double) retention.toSeconds(), AT_ONCE))
                .chain(removed ->
                        removed.rowCount() < AT_ONCE ? Uni.createFrom().voidItem() : remove(statement, retention));
    }
}
