package pro.reelsai.stage.internal;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pro.reelsai.stage.ParkingStage;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.StageHandler;
import pro.reelsai.stage.call.CallConfig;
import pro.reelsai.stage.call.OpenCalls;
import pro.reelsai.stage.call.ProviderCall;

/**
 * Looks after parked calls: wakes each when it is due, and withdraws those that nobody waits for any more. Callbacks only
 * make a call due earlier, so a lost one costs time and nothing else. Any number of pods may watch at once.
 */
@ApplicationScoped
public class CallWatch {
    private static final Logger LOG = Logger.getLogger(CallWatch.class);

    private final StageHandler handler;
    private final OpenCalls calls;
    private final DeliveryWork work;
    private final StageDatabase database;
    private final CallConfig config;
    private final Clock clock = Clock.systemUTC();
    private final Semaphore nudges = new Semaphore(0);
    private final Set<UUID> lookedAt = ConcurrentHashMap.newKeySet();
    private final Set<Thread> lookers = ConcurrentHashMap.newKeySet();
    private @Nullable Thread watcher;

    public CallWatch(
            StageHandler handler, OpenCalls calls, DeliveryWork work, StageDatabase database, CallConfig config) {
        this.handler = handler;
        this.calls = calls;
        this.work = work;
        this.database = database;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        if (handler instanceof ParkingStage stage) {
            watcher = Thread.ofVirtual().name("call-watch").start(() -> watch(stage));
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (watcher != null) {
            watcher.interrupt();
        }
        // What they were at is open still: another pod goes on with it, or this one after its start.
        lookers.forEach(Thread::interrupt);
    }

    /** Has the watch look at once. */
    void nudge() {
        nudges.release();
    }

    private void watch(ParkingStage stage) {
        try {
            while (true) {
                if (nudges.tryAcquire(config.tick().toMillis(), TimeUnit.MILLISECONDS)) {
                    nudges.drainPermits();
                }
                takeDue(stage);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the service stops
        }
    }

    private void takeDue(ParkingStage stage) throws InterruptedException {
        int free = config.atOnce() - lookers.size();
        if (free <= 0) {
            return;
        }
        try {
            for (ProviderCall call : calls.takeDue(stage.stage(), free)) {
                if (lookedAt.add(call.id())) {
                    lookAside(stage, call);
                }
            }
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            LOG.warnf("REELS-0120 parked calls cannot be looked at: %s", e.getMessage());
        }
    }

    private void lookAside(ParkingStage stage, ProviderCall call) {
        Thread looker = Thread.ofVirtual().name("call-look").unstarted(() -> {
            try {
                look(stage, call);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (StageException | IOException | RuntimeException e) {
                LOG.warnf(
                        e,
                        "REELS-0121 call %s of run %s is looked at again later: %s",
                        call.id(),
                        call.request().runId(),
                        e.getMessage());
            } finally {
                lookedAt.remove(call.id());
                lookers.remove(Thread.currentThread());
            }
        });
        lookers.add(looker);
        looker.start();
    }

    private void look(ParkingStage stage, ProviderCall call) throws StageException, IOException, InterruptedException {
        if (database.isWanted(call.request())) {
            work.wake(call.request());
            if (clock.instant().isBefore(call.request().deadline())) {
                return;
            }
        }
        withdraw(stage, call);
    }

    private void withdraw(ParkingStage stage, ProviderCall call)
            throws StageException, IOException, InterruptedException {
        Optional<ProviderCall> abandoned = calls.abandon(call);
        if (abandoned.isPresent()) {
            LOG.infof(
                    "REELS-0122 call %s of run %s is withdrawn",
                    call.id(), call.request().runId());
            stage.withdraw(abandoned.get());
        }
        calls.close(call);
    }
}
