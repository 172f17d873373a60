package pro.reelsai.stage.internal;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pro.reelsai.stage.StageConfig;

/**
 * Where this service works: one job at a time, whichever channel brought it, each on a thread of its own. Records that
 * wait for their time wait beside the desk, not on it.
 */
@ApplicationScoped
public class StageDesk {
    private static final Logger LOG = Logger.getLogger(StageDesk.class);
    private static final Duration AFTER_STOP = Duration.ofSeconds(8);

    private final DeliveryWork work;
    private final Duration longestWait;
    private final Clock clock = Clock.systemUTC();
    private final ReentrantLock desk = new ReentrantLock(true);
    private volatile @Nullable JobGuard current;
    private volatile boolean draining;

    public StageDesk(DeliveryWork work, StageConfig config) {
        this.work = work;
        this.longestWait =
                config.retry().waits().getLast().plus(config.retry().longest()).multipliedBy(2);
    }

    /**
     * Works on a record.
     *
     * @return done once the record may be acknowledged; never, if the service stops before: then it is delivered again
     */
    Uni<Void> take(Delivery delivery) {
        return Uni.createFrom()
                .emitter(emitter ->
                        Thread.ofVirtual().name("stage-" + delivery.origin()).start(() -> handle(delivery, emitter)));
    }

    private void handle(Delivery delivery, UniEmitter<? super Void> emitter) {
        try {
            Thread.sleep(wait(delivery));
            workOn(delivery, emitter);
        } catch (InterruptedException e) {
            LOG.infof("REELS-0105 %s is left to another: the service stops", delivery.origin());
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "REELS-0106 %s could not be worked on", delivery.origin());
            emitter.fail(e);
        }
    }

    /** Bounded, since the clock that set the time may have been another's, or may have been put back since. */
    private Duration wait(Delivery delivery) {
        Duration wait = Duration.between(clock.instant(), delivery.due());
        return wait.compareTo(longestWait) > 0 ? longestWait : wait;
    }

    /** The record is acknowledged before the desk is free, so that a drained service has acknowledged all it has done. */
    private void workOn(Delivery delivery, UniEmitter<? super Void> emitter) throws InterruptedException {
        desk.lockInterruptibly();
        try {
            if (!draining) {
                work.settle(delivery, guard -> current = guard);
                emitter.complete(null);
            }
        } finally {
            current = null;
            desk.unlock();
        }
    }

    /** Stops the job of a run, if this service is at it. */
    void cancel(UUID run) {
        running().filter(guard -> guard.run().equals(run)).ifPresent(guard -> {
            LOG.infof("REELS-0107 run %s is cancelled: its job stops", run);
            guard.stop(JobGuard.Reason.CANCELLED);
        });
    }

    /** The job at the desk, if there is one. */
    Optional<JobGuard> running() {
        return Optional.ofNullable(current);
    }

    /**
     * Begins nothing any more and waits for the job at the desk to end; what is not done in time is stopped and left to
     * another.
     *
     * @return whether the desk is empty
     */
    boolean drain(Duration patience) throws InterruptedException {
        draining = true;
        Instant begun = clock.instant();
        boolean idle = desk.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (!idle) {
            running().ifPresent(guard -> guard.stop(JobGuard.Reason.DRAINED));
            idle = desk.tryLock(AFTER_STOP.toMillis(), TimeUnit.MILLISECONDS);
        }
        if (idle) {
            desk.unlock();
        }
        LOG.infof(
                "REELS-0108 drained in %s, %s", Duration.between(begun, clock.instant()), idle ? "idle" : "job stuck");
        return idle;
    }
}
