package pro.reelsai.stage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.Script;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageOutput;
import pro.reelsai.model.StageState;
import pro.reelsai.model.event.ReelsEvent;
import pro.reelsai.model.event.RunCompleted;
import pro.reelsai.model.event.RunFailed;
import pro.reelsai.model.event.RunProgress;
import pro.reelsai.model.event.ScriptGenerated;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.storage.StorageException;
import pro.reelsai.runtime.work.WorkDirectory;
import pro.reelsai.stage.MediaResult;
import pro.reelsai.stage.NotWantedException;
import pro.reelsai.stage.Parked;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.ScriptResult;
import pro.reelsai.stage.StageConfig;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.StageHandler;
import pro.reelsai.stage.StageResult;
import pro.reelsai.stage.TransientStageException;
import pro.reelsai.stage.call.OpenCalls;

/**
 * The one place where a stage runs. In this order: is the run still wanted; is the output there already; take the lease;
 * work; upload; emit exactly one durable event. A crash anywhere means that the record is delivered again, and then the
 * output of what was done before is found instead of being made twice.
 */
@ApplicationScoped
public class StageRunner {
    private static final Logger LOG = Logger.getLogger(StageRunner.class);
    private static final Duration BUSY_POLL = Duration.ofSeconds(2);

    private final StageHandler handler;
    private final StageConfig config;
    private final StageDatabase database;
    private final StageOutputs outputs;
    private final StageEvents events;
    private final OpenCalls calls;
    private final Clock clock = Clock.systemUTC();

    public StageRunner(
            StageHandler handler,
            StageConfig config,
            StageDatabase database,
            StageOutputs outputs,
            StageEvents events,
            OpenCalls calls) {
        if (handler.stage() != config.name()) {
            throw new IllegalStateException(
                    "This service is configured as " + config.name().wireName() + " but its handler is that of "
                            + handler.stage().wireName());
        }
        this.handler = handler;
        this.config = config;
        this.database = database;
        this.outputs = outputs;
        this.events = events;
        this.calls = calls;
    }

    /**
     * Brings a request to its outcome and returns once that is in Kafka.
     *
     * @throws InterruptedException if the service stops before there is an outcome
     */
    void run(StageRequested request) throws InterruptedException {
        try {
            tell(request, outcome(request));
        } catch (NotWantedException e) {
            LOG.infof("REELS-0101 run %s %s is not wanted any more", request.runId(), request.stage());
        } catch (StageException e) {
            LOG.errorf(e, "REELS-0102 run %s failed in %s: %s", request.runId(), request.stage(), e.code());
            tell(request, failure(request, e));
        }
    }

    /**
     * Takes up a request that was parked: once, without waiting for anybody. What does not work now is left for the next
     * look at the provider's call, until the run's deadline.
     *
     * @throws StageException if it does not work now
     * @throws InterruptedException if the service stops
     */
    void wake(StageRequested request) throws StageException, InterruptedException {
        try {
            tell(request, attempt(request));
        } catch (NotWantedException e) {
            LOG.infof("REELS-0101 run %s %s is not wanted any more", request.runId(), request.stage());
        } catch (PermanentStageException e) {
            LOG.errorf(e, "REELS-0102 run %s failed in %s: %s", request.runId(), request.stage(), e.code());
            tell(request, failure(request, e));
        } catch (LeaseBusyException e) {
            LOG.debugf("Run %s %s is at work already", request.runId(), request.stage());
        }
    }

    /** The outcome is in Kafka before the calls that led to it are closed: until then they are woken again. */
    private void tell(StageRequested request, ReelsEvent outcome) {
        events.emit(outcome);
        if (outcome instanceof RunProgress) {
            return;
        }
        try {
            calls.closeAllOf(request);
        } catch (RuntimeException e) {
            LOG.warnf("REELS-0104 run %s: its calls are closed later: %s", request.runId(), e.getMessage());
        }
    }

    private ReelsEvent outcome(StageRequested request) throws StageException, InterruptedException {
        Duration wait = config.backoff();
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(request);
            } catch (TransientStageException e) {
                if (attempt >= config.attempts()) {
                    throw e;
                }
                LOG.warnf(e, "REELS-0103 run %s %s is tried again in %s", request.runId(), request.stage(), wait);
                Thread.sleep(wait);
                wait = wait.multipliedBy(2);
            } catch (LeaseBusyException e) {
                attempt--; // waiting for another job does not use up a try
                Thread.sleep(BUSY_POLL);
            }
        }
    }

    private ReelsEvent attempt(StageRequested request) throws StageException, LeaseBusyException, InterruptedException {
        try {
            requireWanted(request);
            return findOrMake(request, handler.fingerprint(request));
        } catch (StorageException e) {
            throw new TransientStageException(
                    FailureCode.UPLOAD_FAILED, "The bucket could not be reached. Please try again later.", e);
        } catch (IOException | RuntimeException e) {
            throw new TransientStageException(
                    codeOf(request.stage()), "Something went wrong on our side. Please try again later.", e);
        }
    }

    private ReelsEvent findOrMake(StageRequested request, Fingerprint fingerprint)
            throws StageException, IOException, LeaseBusyException, InterruptedException {
        try (WorkDirectory directory = WorkDirectory.create(config.workspace(), request.projectId())) {
            Optional<StageOutput> made = outputs.find(request, fingerprint, directory.path());
            return made.isPresent() ? succeeded(request, made.get()) : work(request, fingerprint, directory);
        }
    }

    private ReelsEvent work(StageRequested request, Fingerprint fingerprint, WorkDirectory directory)
            throws StageException, IOException, LeaseBusyException, InterruptedException {
        Lease lease = database.acquire(request.projectId(), request.stage(), fingerprint)
                .orElseThrow(LeaseBusyException::new);
        try (TimedJob job = new TimedJob(config.timeout(), Thread.currentThread());
                LeaseKeeper keeper = new LeaseKeeper(database, lease, config.leaseTime(), Thread.currentThread())) {
            RunningJob running = new RunningJob(
                    request,
                    directory.path(),
                    outputs,
                    events,
                    () -> database.renew(lease) && database.isWanted(request));
            running.progress(0, "Started");
            StageResult result = job.watch(() -> handler.run(running), keeper::holds);
            ReelsEvent outcome = finish(request, fingerprint, result, directory);
            running.checkStillWanted();
            return outcome;
        } finally {
            database.release(lease);
        }
    }

    private ReelsEvent finish(
            StageRequested request, Fingerprint fingerprint, StageResult result, WorkDirectory directory)
            throws IOException {
        return switch (result) {
            case ScriptResult script -> generated(request, script);
            case Parked parked -> waiting(request, parked);
            case MediaResult media -> succeeded(request, outputs.store(request, fingerprint, media, directory.path()));
        };
    }

    private void requireWanted(StageRequested request) throws StageException {
        if (!database.isWanted(request)) {
            throw new NotWantedException();
        }
        if (clock.instant().isAfter(request.deadline())) {
            throw new PermanentStageException(
                    FailureCode.TIMED_OUT, "The ad took too long and was stopped. Please start it again.");
        }
    }

    private ReelsEvent succeeded(StageRequested request, StageOutput output) {
        return request.stage()
                .next()
                .<ReelsEvent>map(next -> request.next(next, output, clock.instant()))
                .orElseGet(() -> new RunCompleted(
                        request.runId(),
                        request.projectId(),
                        request.userId(),
                        request.stage(),
                        request.attempt(),
                        clock.instant(),
                        request.context().with(request.stage(), output)));
    }

    private ReelsEvent generated(StageRequested request, ScriptResult script) {
        return new ScriptGenerated(
                request.runId(),
                request.projectId(),
                request.userId(),
                request.attempt(),
                new Script(request.runId(), script.title(), script.content()),
                script.provider(),
                script.model(),
                script.costUsd(),
                clock.instant());
    }

    private RunProgress waiting(StageRequested request, Parked parked) {
        return new RunProgress(
                request.runId(),
                request.projectId(),
                request.userId(),
                request.stage(),
                request.attempt(),
                StageState.WAITING,
                parked.percent(),
                parked.detail(),
                clock.instant());
    }

    private RunFailed failure(StageRequested request, StageException e) {
        return new RunFailed(
                request.runId(),
                request.projectId(),
                request.userId(),
                request.stage(),
                request.attempt(),
                e.code(),
                e.getMessage(),
                clock.instant());
    }

    private static FailureCode codeOf(Stage stage) {
        return switch (stage) {
            case SCRIPT -> FailureCode.SCRIPT_UNAVAILABLE;
            case VOICE -> FailureCode.VOICE_UNAVAILABLE;
            case LIPSYNC -> FailureCode.LIPSYNC_FAILED;
            case EDITING -> FailureCode.EDITING_FAILED;
            case CAPTION -> FailureCode.CAPTIONS_FAILED;
        };
    }
}
