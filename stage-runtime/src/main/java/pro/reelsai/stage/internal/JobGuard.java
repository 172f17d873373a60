package pro.reelsai.stage.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.FailureCode;
import pro.reelsai.stage.NotWantedException;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.TransientStageException;

/**
 * Stops a job from outside, once, and remembers why: a job that is interrupted ends in all kinds of exceptions, and the
 * reason says what they mean. FFmpeg dies with the job's thread.
 */
final class JobGuard implements AutoCloseable {
    /** Why a job is stopped. */
    enum Reason {
        /** It has had its time. */
        TIMED_OUT,
        /** Another job makes the same output. */
        LEASE_LOST,
        /** The run has ended, or has gone on without it. */
        CANCELLED,
        /** The service stops. */
        DRAINED
    }

    private final UUID run;
    private final Thread worker;
    private @Nullable Reason reason;
    private @Nullable Instant stoppedAt;
    private boolean closed;

    /** Guards the job that the current thread is about to do. */
    JobGuard(UUID run) {
        this.run = run;
        this.worker = Thread.currentThread();
    }

    UUID run() {
        return run;
    }

    /** Stops the job, unless it has ended or was stopped before. */
    synchronized void stop(Reason why) {
        if (closed || reason != null) {
            return;
        }
        reason = why;
        stoppedAt = Instant.now();
        worker.interrupt();
    }

    /** When the job was told to stop, if it was. */
    synchronized Optional<Instant> stoppedAt() {
        return Optional.ofNullable(stoppedAt);
    }

    /** The name of the thread that works, for whoever has to find out why it does not stop. */
    String thread() {
        return worker.getName();
    }

    /** Stops the job once it has had its time; to be closed when the job has ended. */
    Limit limit(Duration time) {
        return new Limit(time);
    }

    /**
     * Does the work and says what it means if it was stopped.
     *
     * @throws LeaseBusyException if another job has taken the work over
     * @throws InterruptedException if the service stops; the work has to be done by another
     */
    <T> T watch(Work<T> work) throws StageException, InterruptedException {
        try {
            return work.run();
        } catch (StageException | InterruptedException | RuntimeException e) {
            Optional<Reason> why = why();
            if (why.isEmpty()) {
                throw e;
            }
            throw meaning(why.get(), e);
        }
    }

    private static StageException meaning(Reason why, Exception e) throws InterruptedException {
        return switch (why) {
            case TIMED_OUT ->
                new TransientStageException(FailureCode.TIMED_OUT, "This took too long and was stopped.", e);
            case LEASE_LOST -> throw new LeaseBusyException();
            case CANCELLED -> new NotWantedException();
            case DRAINED -> throw new InterruptedException("The service stops");
        };
    }

    private synchronized Optional<Reason> why() {
        return Optional.ofNullable(reason);
    }

    /** From here on nobody interrupts the thread any more, and it is as if nobody had. */
    @Override
    public synchronized void close() {
        closed = true;
        if (reason != null) {
            Thread.interrupted();
        }
    }

    /** What a job does. */
    interface Work<T> {
        T run() throws StageException, InterruptedException;
    }

    /** A running time limit. */
    final class Limit implements AutoCloseable {
        private final Thread timer;

        private Limit(Duration time) {
            timer = Thread.ofVirtual().name("stage-timer").start(() -> {
                try {
                    Thread.sleep(time);
                    stop(Reason.TIMED_OUT);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt(); // closed: the job has ended in time
                }
            });
        }

        @Override
        public void close() {
            timer.interrupt();
        }
    }
}
