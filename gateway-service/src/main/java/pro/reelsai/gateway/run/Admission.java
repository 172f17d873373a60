package pro.reelsai.gateway.run;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import pro.reelsai.gateway.platform.GatewayConfig;
import pro.reelsai.gateway.platform.Now;

/**
 * Decides whose ad is begun. A user has a few ads in the making at a time and the others in a queue of their own, so that
 * whoever asks for a thousand waits behind themselves and not before everybody else. An ad in the queue is in the database
 * alone: no stage has heard of it.
 *
 * <p>Ads that are asked for in the same instant do not see each other, so there may be as many too many as the pool has
 * connections; none of them is lost, and the next has to wait for them all.
 */
@ApplicationScoped
public class Admission {
    private static final Logger LOG = Logger.getLogger(Admission.class);

    /** At most so many users are served in one look, so that the next one sees who has come meanwhile. */
    private static final int USERS_AT_ONCE = 500;

    private static final String WITH_ROOM = """
            select user_id from (select distinct user_id from runs where admitted_at is null and state = 'RESERVED') queued
             where (select count(*) from runs
                     where runs.user_id = queued.user_id and admitted_at is not null and kind = 'VIDEO'
                       and state in ('RESERVED', 'RUNNING', 'WAITING')) < %d
             limit %d
            """;

    private final Pool pool;
    private final StageRequests requests;
    private final AdmissionConfig config;
    private final Duration limit;

    public Admission(Pool pool, StageRequests requests, AdmissionConfig config, GatewayConfig gateway) {
        this.pool = pool;
        this.requests = requests;
        this.config = config;
        this.limit = gateway.adDeadline();
    }

    /** How many ads of a user are made at once; 0 for any number. */
    int adsAtOnce() {
        return config.adsAtOnce();
    }

    /**
     * Whether a user's next ad may begin at once.
     *
     * @param atWork how many ads of the user are in the making; need not be counted beyond {@link #adsAtOnce}
     */
    boolean hasRoom(long atWork) {
        return room(atWork) > 0;
    }

    /** Persists a new ad in its user's queue, in the transaction of the caller. */
    Uni<Void> queue(RunEntity run) {
        // Before it is persisted: what changes afterwards is a statement more.
        run.queue(config.patience());
        // What follows are statements of their own, which refer to the run.
        return run.persistAndFlush().replaceWithVoid();
    }

    private Uni<Void> request(RunEntity run, Instant now) {
        return requests.send(run.request(run.firstStage(), run.context, now));
    }

    @Scheduled(every = "${reels.admission.check:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return usersWithRoom()
                .chain(users -> Multi.createFrom()
                        .iterable(users)
                        .onItem()
                        .transformToUniAndConcatenate(this::beginNextOf)
                        .collect()
                        .asList())
                .replaceWithVoid()
                .onFailure()
                .invoke(e -> LOG.warnf("No ad in the queue can be begun just now: %s", e.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<List<UUID>> usersWithRoom() {
        int most = config.adsAtOnce() == 0 ? Integer.MAX_VALUE : config.adsAtOnce();
        // Not prepared: a plan from when there was nothing reads whole tables for as long as it is kept.
        return pool.query(WITH_ROOM.formatted(most, USERS_AT_ONCE)).execute().map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> row.getUUID("user_id"))
                .toList());
    }

    /** Begins as many of a user's ads as there is room for, in the order in which they were asked for. */
    private Uni<Void> beginNextOf(UUID user) {
        return Panache.withTransaction(() -> alone(user)
                .chain(() -> RunEntity.countAtWork(user))
                .chain(atWork -> RunEntity.nextInQueue(user, room(atWork)))
                .chain(runs -> {
                    Instant now = Now.instant();
                    return Multi.createFrom()
                            .iterable(runs)
                            .onItem()
                            .invoke(run -> run.admit(now, limit))
                            .onItem()
                            .transformToUniAndConcatenate(run -> request(run, now))
                            .collect()
                            .asList();
                })
                .replaceWithVoid());
    }

    private int room(long atWork) {
        return config.adsAtOnce() == 0 ? USERS_AT_ONCE : (int) Math.max(0, config.adsAtOnce() - atWork);
    }

    /** Two gateways do not fill the same room. Nobody waits for this lock while holding another. */
    private static Uni<Integer> alone(UUID user) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select 1 from pg_advisory_xact_lock(:user)", Integer.class)
                        .setParameter("user", user.getLeastSignificantBits())
                        .getSingleResult());
    }
}
