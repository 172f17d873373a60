package pro.reelsai.stage.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import pro.reelsai.model.FailureCode;
import pro.reelsai.stage.NotWantedException;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.StageResult;
import pro.reelsai.stage.TransientStageException;

/** A hard limit on a job: when its time is up, its thread is interrupted, and FFmpeg dies with it. */
final class TimedJob implements AutoCloseable {
    private final Duration timeout;
    private final Thread watchdog;
    private volatile boolean timedOut;

    TimedJob(Duration timeout, Thread worker) {
        this.timeout = timeout;
        this.watchdog = Thread.ofVirtual().name("stage-watchdog").start(() -> {
            try {
                Thread.sleep(timeout);
                timedOut = true;
                worker.interrupt();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // closed: the job has ended in time
            }
        });
    }

    /**
     * Runs the work and tells the reasons for an interruption apart.
     *
     * @param stillOurs whether the lease is still held
     * @throws InterruptedException if neither the time nor the lease was the reason: the service stops
     */
    StageResult watch(Work work, BooleanSupplier stillOurs) throws StageException, IOException, InterruptedException {
        try {
            return work.run();
        } catch (InterruptedException e) {
            if (timedOut) {
                throw new TransientStageException(
                        FailureCode.TIMED_OUT,
                        "The work did not end within " + timeout.toMinutes() + " minutes and was stopped.",
                        e);
            }
            if (!stillOurs.getAsBoolean()) {
                throw new NotWantedException();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        watchdog.interrupt();
    }

    /** A handler's work. */
    interface Work {
        StageResult run() throws StageException, IOException, InterruptedException;
    }
}
