package pro.reelsai.stage.internal;

import java.time.Duration;
import org.jboss.logging.Logger;

/** Renews a lease while a job works, and interrupts the job once the lease is lost. */
final class LeaseKeeper implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LeaseKeeper.class);

    private final StageDatabase database;
    private final Lease lease;
    private final Thread worker;
    private final Thread keeper;
    private volatile boolean lost;

    LeaseKeeper(StageDatabase database, Lease lease, Duration leaseTime, Thread worker) {
        this.database = database;
        this.lease = lease;
        this.worker = worker;
        this.keeper = Thread.ofVirtual().name("lease-keeper").start(() -> keep(leaseTime.dividedBy(3)));
    }

    /** Whether the work is still ours. */
    boolean holds() {
        return !lost;
    }

    private void keep(Duration interval) {
        try {
            while (true) {
                Thread.sleep(interval);
                renew();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed: the job has ended
        }
    }

    private void renew() throws InterruptedException {
        boolean held;
        try {
            held = database.renew(lease);
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            // The database may be back before the lease runs out; if not, the epoch is checked before emitting.
            LOG.warnf("REELS-0111 lease of %s could not be renewed: %s", lease.stage(), e.getMessage());
            return;
        }
        if (!held) {
            LOG.warnf("REELS-0112 lease of %s %s was taken over", lease.stage(), lease.fingerprint());
            lost = true;
            worker.interrupt();
            throw new InterruptedException();
        }
    }

    @Override
    public void close() {
        keeper.interrupt();
    }
}
