package pro.reelsai.gateway.webhook;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.outbox.Outbox;
import pro.reelsai.gateway.platform.Now;
import pro.reelsai.gateway.platform.problem.DatabaseAway;
import pro.reelsai.model.event.LipsyncCallback;

/**
 * Turns the webhook of a lip-sync job into its one event. The note that the delivery was heard and the event are one
 * transaction, so that a delivery that was answered well is never lost, and a repeated one changes nothing.
 */
@ApplicationScoped
public class Deliveries {
    private static final Logger LOG = Logger.getLogger(Deliveries.class);

    private static final String SEE = """
            insert into webhook_deliveries (webhook_id, external_id, first_seen_at) values (:webhook, :job, now())
            on conflict (webhook_id) do nothing
            """;
    private static final String IS_SETTLED =
            "select settled_at is not null from webhook_deliveries where webhook_id = :webhook";
    private static final String SETTLE = "update webhook_deliveries set settled_at = now() where webhook_id = :webhook";
    private static final String WAITS_SINCE =
            "select min(first_seen_at) from webhook_deliveries where external_id = :job";
    // Locked, so that two deliveries of one job cannot both find its event missing.
    private static final String FIND = """
            select c.run_id, c.attempt, r.project_id, r.user_id
            from provider_calls c join runs r on r.id = c.run_id
            where c.provider in ('replicate', 'REPLICATE') and c.external_id = :job
            for update of c
            """;
    private static final String IS_TOLD = "select count(*) from outbox where event_id = :event";
    private static final String FORGET = "delete from webhook_deliveries where first_seen_at < :before";

    private final Outbox outbox;
    private final Duration patience;
    private final Duration memory;

    public Deliveries(Outbox outbox, WebhookConfig config) {
        this.outbox = outbox;
        this.patience = config.patience();
        this.memory = config.memory();
    }

    /** Takes a delivery whose signature was checked. */
    @WithTransaction
    public Uni<Verdict> take(String webhookId, Notice notice) {
        return Panache.getSession().chain(session -> session.createNativeQuery(SEE)
                .setParameter("webhook", webhookId)
                .setParameter("job", notice.job())
                .executeUpdate()
                .chain(() -> session.createNativeQuery(IS_SETTLED, Boolean.class)
                        .setParameter("webhook", webhookId)
                        .getSingleResult())
                .chain(settled -> settled
                        ? Uni.createFrom().item(Verdict.REPEATED)
                        : judge(session, notice)
                                .call(verdict -> verdict == Verdict.TOO_EARLY
                                        ? Uni.createFrom().voidItem()
                                        : session.createNativeQuery(SETTLE)
                                                .setParameter("webhook", webhookId)
                                                .executeUpdate())));
    }

    private Uni<Verdict> judge(Mutiny.Session session, Notice notice) {
        if (!notice.ended()) {
            return Uni.createFrom().item(Verdict.RECEIVED);
        }
        return session.createNativeQuery(FIND, Object[].class)
                .setParameter("job", notice.job())
                .getSingleResultOrNull()
                .chain(row -> row == null
                        ? unknown(session, notice.job())
                        : tell(session, event(notice.job(), row)).replaceWith(Verdict.RECEIVED));
    }

    private static LipsyncCallback event(String job, @Nullable Object[] row) {
        return new LipsyncCallback(
                (UUID) row[0], (UUID) row[2], (UUID) row[3], ((Number) row[1]).intValue(), job, Now.instant());
    }

    private Uni<Void> tell(Mutiny.Session session, LipsyncCallback event) {
        return session.createNativeQuery(IS_TOLD, Long.class)
                .setParameter("event", event.id())
                .getSingleResult()
                .chain(told -> told > 0 ? Uni.createFrom().voidItem() : outbox.add(event));
    }

    private Uni<Verdict> unknown(Mutiny.Session session, String job) {
        return session.createNativeQuery(WAITS_SINCE, Instant.class)
                .setParameter("job", job)
                .getSingleResult()
                .map(since -> {
                    if (since.plus(patience).isAfter(Instant.now())) {
                        return Verdict.TOO_EARLY;
                    }
                    LOG.warnf("A webhook speaks of job %s, which nobody here has submitted", job);
                    return Verdict.RECEIVED;
                });
    }

    @Scheduled(every = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> session.createNativeQuery(FORGET)
                        .setParameter("before", Now.instant().minus(memory))
                        .executeUpdate()))
                .replaceWithVoid()
                .onFailure(DatabaseAway::isCauseOf)
                .invoke(e -> LOG.warnf("Old webhooks cannot be forgotten just now: %s", e.getMessage()))
                .onFailure(DatabaseAway::isCauseOf)
                .recoverWithNull();
    }

    /** How a delivery was taken. */
    public enum Verdict {
        /** It needs no repetition. */
        RECEIVED,
        /** Nobody knows the job yet; it is to be repeated. */
        TOO_EARLY,
        /** It was received before. */
        REPEATED
    }
}
