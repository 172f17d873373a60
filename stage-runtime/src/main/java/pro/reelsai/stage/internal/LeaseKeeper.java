package pro.reelsai.stage.internal;

import java.time.Duration;
import org.jboss.logging.Logger;
import pro.reelsai.model.event.StageRequested;

/**
 * Renews a lease while a job works, and stops the job once the lease is lost or the run is not wanted any more. The lease
 * of a job that was told to stop is not renewed: should it not obey, another takes over.
 */
final class LeaseKeeper implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LeaseKeeper.class);

    private final StageDatabase database;
    private final StageRequested request;
    private final Lease lease;
    private final JobGuard guard;
    private final Thread keeper;

    LeaseKeeper(StageDatabase database, StageRequested request, Lease lease, JobGuard guard, Duration leaseTime) {
        this.database = database;
        this.request = request;
        this.lease = lease;
        this.guard = guard;
        this.keeper = Thread.ofVirtual().name("lease-keeper").start(() -> keep(leaseTime.dividedBy(3)));
    }

    private void keep(Duration interval) {
        try {
            do {
                Thread.sleep(interval);
            } while (guard.stoppedAt().isEmpty() && isStillOurs());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed: the job has ended
        }
    }

    private boolean isStillOurs() {
        try {
            if (!database.renew(lease)) {
                LOG.warnf("REELS-0112 lease of %s %s was taken over", lease.stage(), lease.fingerprint());
                guard.stop(JobGuard.Reason.LEASE_LOST);
            } else if (!database.isWanted(request)) {
                guard.stop(JobGuard.Reason.CANCELLED);
            }
        } catch (RuntimeException e) {
            // The database may be back before the lease runs out; if not, the epoch is checked before emitting.
            LOG.warnf("REELS-0111 lease of %s could not be renewed: %s", lease.stage(), e.getMessage());
        }
        return !Thread.currentThread().isInterrupted();
    }

    @Override
    public void close() {
        keeper.interrupt();
    }
}
