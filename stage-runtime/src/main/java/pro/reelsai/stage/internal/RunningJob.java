package pro.reelsai.stage.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.StageState;
import pro.reelsai.model.event.RunProgress;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.storage.StorageException;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.StageJob;
import pro.reelsai.stage.TransientStageException;

/**
 * A job while it runs. Progress comes from several threads and is thinned out to what a person can follow. A job that is
 * over soon says nothing of its progress: the event in which it ends says all.
 */
final class RunningJob implements StageJob, AutoCloseable {
    private static final Duration OFTEN_ENOUGH = Duration.ofMillis(700);

    private final StageRequested request;
    private final Portion portion;
    private final Path directory;
    private final StageOutputs outputs;
    private final StageEvents events;
    private final Check stillOurs;
    private final Clock clock = Clock.systemUTC();
    private final Thread teller;
    private int lastPercent = -1;
    private Instant next;
    private @Nullable RunProgress held;
    private boolean closed;

    RunningJob(
            StageRequested request,
            Portion portion,
            Path directory,
            StageOutputs outputs,
            StageEvents events,
            Duration silence,
            Check stillOurs) {
        this.request = request;
        this.portion = portion;
        this.directory = directory;
        this.outputs = outputs;
        this.events = events;
        this.stillOurs = stillOurs;
        this.next = clock.instant().plus(silence);
        this.teller = Thread.ofVirtual().name("first-progress").start(() -> tellAfter(silence));
    }

    private void tellAfter(Duration silence) {
        try {
            Thread.sleep(silence);
            tellHeld();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed: the job is over
        }
    }

    private synchronized void tellHeld() {
        if (held != null && !closed) {
            tell(held, clock.instant());
        }
    }

    private void tell(RunProgress progress, Instant now) {
        next = now.plus(OFTEN_ENOUGH);
        held = null;
        events.emitProgress(progress);
    }

    @Override
    public StageRequested request() {
        return request;
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public Path fetch(ObjectKey key) throws StageException, IOException {
        try {
            return outputs.download(key, directory);
        } catch (StorageException e) {
            if (e.isNotFound()) {
                throw new PermanentStageException(
                        FailureCode.UPLOAD_FAILED, "A file that the ad needs is not in the bucket any more.", e);
            }
            throw new TransientStageException(
                    FailureCode.UPLOAD_FAILED, "The bucket could not be read. Please try again later.", e);
        }
    }

    @Override
    public synchronized void progress(int percent, String detail) {
        Instant now = clock.instant();
        boolean first = lastPercent < 0 || held != null;
        if (closed || percent <= lastPercent || now.isBefore(next) && !first) {
            return;
        }
        lastPercent = percent;
        RunProgress progress = new RunProgress(
                request.runId(),
                request.projectId(),
                request.userId(),
                request.stage(),
                request.attempt(),
                StageState.RUNNING,
                portion.percent(percent),
                portion.detail(detail),
                now);
        if (now.isBefore(next)) {
            held = progress;
        } else {
            tell(progress, now);
        }
    }

    /** Says nothing more. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        teller.interrupt();
    }

    @Override
    public void checkStillWanted() throws StageException {
        stillOurs.run();
    }

    /** Fails if the work is not wanted or not ours any more. */
    interface Check {
        void run() throws StageException;
    }
}
