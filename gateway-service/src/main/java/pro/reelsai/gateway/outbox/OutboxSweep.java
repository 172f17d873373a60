package pro.reelsai.gateway.outbox;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Removes events that Kafka has had for long, and the notes of events that cannot come again. */
@ApplicationScoped
public class OutboxSweep {
    private static final Logger LOG = Logger.getLogger(OutboxSweep.class);
    /** A part at a time, so that no statement holds rows for long. */
    private static final int AT_ONCE = 5000;

    private static final String SENT = """
            delete from outbox where id in (
                select id from outbox where sent_at < now() - $1 * interval '1 second'
                order by sent_at limit $2 for update skip locked)
            """;

    private static final String SEEN = """
            delete from processed_events where event_id in (
                select event_id from processed_events where processed_at < now() - $1 * interval '1 second'
                order by processed_at limit $2 for update skip locked)
            """;

    private final Pool pool;
    private final OutboxConfig config;

    public OutboxSweep(Pool pool, OutboxConfig config) {
        this.pool = pool;
        this.config = config;
    }

    @Scheduled(every = "${reels.outbox.sweep:5m}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return remove(SENT, config.retention())
                .chain(() -> remove(SEEN, config.seenRetention()))
                .onFailure()
                .invoke(e -> LOG.warnf("Old events cannot be removed just now: %s", e.getMessage()))
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
