package pro.reelsai.gateway.progress.stream;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.SameContext;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.progress.stream.Snapshots.Snapshot;

/**
 * One client's stream. Whatever happens only sets a mark and gives the stream a push; what is sent is read when the
 * client has taken what was sent before. So a slow client gets fewer events and the newest state, and nothing queues up.
 */
final class StatusStream {
    private static final Logger LOG = Logger.getLogger(StatusStream.class);

    private final UUID user;
    private final UUID project;
    private final Sources sources;
    private final Vertx vertx;
    private final AtomicLong known = new AtomicLong();
    private volatile long sent;
    private volatile Snapshot last;
    private volatile boolean begun;
    private volatile boolean silent;
    private volatile @Nullable MultiEmitter<? super Boolean> pushes;

    /**
     * @param first what was read when the stream was asked for
     * @param seen the last revision that the client has got; -1 for none
     */
    StatusStream(UUID user, UUID project, Snapshot first, long seen, Sources sources, Vertx vertx) {
        this.user = user;
        this.project = project;
        this.sources = sources;
        this.vertx = vertx;
        this.last = first;
        // A revision that is yet to come was never sent; whatever the client means, it gets the present state.
        this.sent = seen > first.revision() ? -1 : seen;
        this.known.set(first.revision());
    }

    /** Whose stream it is. */
    UUID user() {
        return user;
    }

    /**
     * The events, to be subscribed to once, on a Vert.x context.
     *
     * @param heartbeat how long it may be silent
     * @param limit when it ends at the latest, from now
     */
    Multi<StatusEvent> events(Duration heartbeat, Duration limit) {
        // A push comes from whatever thread; the database is read on the context of the request.
        Executor here = SameContext.executor();
        return Multi.createFrom()
                .<Boolean>emitter(emitter -> open(emitter, heartbeat, limit), BackPressureStrategy.LATEST)
                .onItem()
                .transformToUniAndConcatenate(
                        push -> Uni.createFrom().deferred(this::next).runSubscriptionOn(here));
    }

    private void open(MultiEmitter<? super Boolean> emitter, Duration heartbeat, Duration limit) {
        pushes = emitter;
        if (last.live()) {
            Runnable watch = sources.changes().watch(project, this::reached);
            long beats = vertx.setPeriodic(heartbeat.toMillis(), timer -> {
                silent = true;
                push();
            });
            long end = vertx.setTimer(Math.max(1, limit.toMillis()), timer -> close());
            emitter.onTermination(() -> {
                watch.run();
                vertx.cancelTimer(beats);
                vertx.cancelTimer(end);
            });
        }
        push();
    }

    /** Ends the stream, after what is being sent. */
    void close() {
        MultiEmitter<? super Boolean> emitter = pushes;
        if (emitter != null) {
            emitter.complete();
        }
    }

    private void reached(long revision) {
        known.accumulateAndGet(revision, Math::max);
        if (known.get() > sent || last.isQueued()) {
            push();
        }
    }

    private void push() {
        MultiEmitter<? super Boolean> emitter = pushes;
        if (emitter != null) {
            emitter.emit(true);
        }
    }

    /** What to send now; null for nothing. */
    private Uni<@Nullable StatusEvent> next() {
        if (!begun) {
            begun = true;
            // A client that has seen it all gets a sign that the stream is open; without it no header would arrive.
            return last.revision() > sent ? send(last) : hint().invoke(this::closeUnlessLive);
        }
        boolean beat = silent;
        silent = false;
        if (known.get() <= sent && !last.isQueued()) {
            return beat ? hint() : Uni.createFrom().nullItem();
        }
        return sources.snapshots()
                .of(user, project)
                .chain(now -> {
                    boolean news = now.revision() > sent || !now.isAsFarInTheQueueAs(last);
                    return news ? send(now) : beat ? hint() : Uni.createFrom().<@Nullable StatusEvent>nullItem();
                })
                .onFailure()
                .recoverWithUni(e -> giveUpOrWait(e, beat));
    }

    private Uni<@Nullable StatusEvent> send(Snapshot now) {
        return sources.views().of(now.report()).<@Nullable StatusEvent>map(view -> {
            last = now;
            sent = now.revision();
            closeUnlessLive();
            return new StatusEvent(now.revision(), view);
        });
    }

    private static Uni<@Nullable StatusEvent> hint() {
        return Uni.createFrom().item(StatusEvent.ALIVE);
    }

    private void closeUnlessLive() {
        if (!last.live()) {
            close();
        }
    }

    private Uni<@Nullable StatusEvent> giveUpOrWait(Throwable e, boolean beat) {
        if (e instanceof ApiProblem) {
            // The project has been deleted.
            close();
            return Uni.createFrom().nullItem();
        }
        LOG.warnf("The status of project %s cannot be read just now: %s", project, e.getMessage());
        return beat ? hint() : Uni.createFrom().nullItem();
    }

    /**
     * Where a stream reads.
     *
     * @param changes that there is something to read
     * @param snapshots what there is
     * @param views what it looks like
     */
    record Sources(ProjectChanges changes, Snapshots snapshots, pro.reelsai.gateway.progress.StatusViews views) {}
}
