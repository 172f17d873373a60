package pro.reelsai.gateway.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.trace.EventSpans;

/**
 * Carries the outbox to Kafka: at least once, and the events of a run in their order.
 *
 * <p>A row is marked in the transaction that locked it, after the broker's acknowledgement. A crash in between sends it
 * again, with the same event id, which every consumer bears. Several gateways may relay at once: each skips what another
 * has locked, and a run's later row is not looked at before its earlier one is sent.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    /** The first row of each run among the oldest: in time that grows with the batch, not with what waits. */
    private static final String NEXT = """
            select id, topic, key, value, headers from outbox
            where sent_at is null
              and id in (
                  select min(id) from (
                      select id, run_id from outbox where sent_at is null order by id limit 10 * $1) oldest
                  group by run_id)
            order by id
            limit $1
            for update skip locked
            """;

    private static final String MARK = "update outbox set sent_at = now() where id = any($1)";

    private final Pool pool;
    private final EventSender sender;
    private final OutboxConfig config;
    private final Vertx vertx;
    private final EventSpans spans;
    /** How often it was woken since it last found that there was nothing to do; above 0 a round is under way. */
    private final AtomicInteger wakes = new AtomicInteger();

    private boolean brokerAway;
    private @Nullable Context home;
    private long timer;

    public OutboxRelay(Pool pool, EventSender sender, OutboxConfig config, Vertx vertx, EventSpans spans) {
        this.pool = pool;
        this.sender = sender;
        this.config = config;
        this.vertx = vertx;
        this.spans = spans;
    }

    void start(@Observes StartupEvent started) {
        home = vertx.getOrCreateContext();
        timer = vertx.setPeriodic(0, config.poll().toMillis(), tick -> wake());
    }

    void stop(@Observes ShutdownEvent stopping) {
        home = null;
        vertx.cancelTimer(timer);
    }

    /** Says that there may be something to send. Returns at once; a round under way is followed by another. */
    void wake() {
        if (wakes.getAndIncrement() == 0) {
            begin();
        }
    }

    private void begin() {
        Context at = home;
        if (at == null) {
            return;
        }
        int known = wakes.get();
        // Never on the context of a request: what is sent is not that request's doing.
        at.runOnContext(now -> sendAll().subscribe().with(done -> {
            if (wakes.addAndGet(-known) > 0) {
                begin();
            }
        }));
    }

    /** Sends until nothing is left to send; a failure only ends this round, the next tick tries again. */
    private Uni<Void> sendAll() {
        return sendBatch()
                .chain(sent -> sent > 0 ? sendAll() : Uni.createFrom().voidItem())
                .onFailure()
                .invoke(e -> LOG.warnf("The outbox cannot be read just now: %s", e.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Integer> sendBatch() {
        return pool.withTransaction(connection -> connection
                .preparedQuery(NEXT)
                .execute(Tuple.of(config.batch()))
                .chain(this::sendEach)
                .chain(sent -> mark(connection, sent)));
    }

    private Uni<List<Long>> sendEach(RowSet<Row> rows) {
        List<Uni<Long>> sends = new ArrayList<>();
        rows.forEach(row -> sends.add(send(row)));
        return sends.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.join().all(sends).andCollectFailures().map(ids -> ids.stream()
                        .filter(id -> id >= 0)
                        .toList());
    }

    /** The row's id, or -1 where the broker did not take it: one record that fails must not hold the others back. */
    private Uni<Long> send(Row row) {
        String topic = row.getString("topic");
        String key = row.getString("key");
        Map<String, String> headers = headers(row);
        return sender.send(topic, key, row.getString("value"), headers)
                .invoke(() -> {
                    brokerIsThere();
                    spans.sent(topic, key, headers);
                })
                .replaceWith(row.getLong("id"))
                .onFailure()
                .invoke(this::brokerIsAway)
                .onFailure()
                .recoverWithItem(-1L);
    }

    private static Map<String, String> headers(Row row) {
        return row.getJsonObject("headers").stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> (String) entry.getValue()));
    }

    private static Uni<Integer> mark(SqlConnection connection, List<Long> sent) {
        if (sent.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return connection
                .preparedQuery(MARK)
                .execute(Tuple.of(sent.toArray(Long[]::new)))
                .replaceWith(sent.size());
    }

    private synchronized void brokerIsThere() {
        if (brokerAway) {
            LOG.info("The broker takes events again");
        }
        brokerAway = false;
    }

    private synchronized void brokerIsAway(Throwable e) {
        if (!brokerAway) {
            LOG.warnf("The broker takes no events, they wait in the outbox: %s", e.getMessage());
        }
        brokerAway = true;
    }
}
