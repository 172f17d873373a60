package pro.reelsai.stage.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

/** A job while it runs. Progress comes from several threads and is thinned out to what a person can follow. */
final class RunningJob implements StageJob {
    private static final Duration OFTEN_ENOUGH = Duration.ofMillis(700);

    private final StageRequested request;
    private final Portion portion;
    private final Path directory;
    private final StageOutputs outputs;
    private final StageEvents events;
    private final Check stillOurs;
    private final Clock clock = Clock.systemUTC();
    private int lastPercent = -1;
    private Instant lastProgress = Instant.EPOCH;

    RunningJob(
            StageRequested request,
            Portion portion,
            Path directory,
            StageOutputs outputs,
            StageEvents events,
            Check stillOurs) {
        this.request = request;
        this.portion = portion;
        this.directory = directory;
        this.outputs = outputs;
        this.events = events;
        this.stillOurs = stillOurs;
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
    public void progress(int percent, String detail) {
        Instant now = clock.instant();
        synchronized (this) {
            if (percent <= lastPercent || now.isBefore(lastProgress.plus(OFTEN_ENOUGH))) {
                return;
            }
            lastPercent = percent;
            lastProgress = now;
        }
        events.emitProgress(new RunProgress(
                request.runId(),
                request.projectId(),
                request.userId(),
                request.stage(),
                request.attempt(),
                StageState.RUNNING,
                portion.percent(percent),
                portion.detail(detail),
                now));
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
