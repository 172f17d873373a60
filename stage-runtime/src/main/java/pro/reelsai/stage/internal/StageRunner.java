package pro.reelsai.stage.internal;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.StageOutput;
import pro.reelsai.model.event.ReelsEvent;
import pro.reelsai.model.event.RunProgress;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.event.EventTooLargeException;
import pro.reelsai.runtime.storage.StorageException;
import pro.reelsai.runtime.work.WorkDirectory;
import pro.reelsai.stage.DatabaseAwayException;
import pro.reelsai.stage.MediaResult;
import pro.reelsai.stage.NotWantedException;
import pro.reelsai.stage.Parked;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.ScriptResult;
import pro.reelsai.stage.StageConfig;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.StageHandler;
import pro.reelsai.stage.StageResult;
import pro.reelsai.stage.UnexpectedStageException;
import pro.reelsai.stage.call.OpenCalls;
import pro.reelsai.stage.internal.StageFaults.Moment;

/**
 * The one place where a stage runs. In this order: is the run still wanted; then, for each of the ad's shapes where they
 * differ: is the output there already; take the lease; work; upload. At the end emit exactly one durable event. A crash anywhere
 * means that the record is delivered again, and then the output of what was done before is found instead of being made twice.
 */
@Startup
@ApplicationScoped
public class StageRunner {
    private static final Logger LOG = Logger.getLogger(StageRunner.class);

    private final StageHandler handler;
    private final StageConfig config;
    private final StageDatabase database;
    private final StageOutputs outputs;
    private final StageEvents events;
    private final OpenCalls calls;
    private final Workspace workspace;
    private final StageFaults faults;
    private final Clock clock = Clock.systemUTC();

    public StageRunner(
            StageHandler handler,
            StageConfig config,
            StageDatabase database,
            StageOutputs outputs,
            StageEvents events,
            OpenCalls calls,
            Workspace workspace,
            StageFaults faults) {
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
        this.workspace = workspace;
        this.faults = faults;
    }

    /**
     * Brings a request to its outcome and returns once that is in Kafka.
     *
     * @throws StageException if there is none: the run is not wanted any more, has failed, or should be tried again later
     * @throws LeaseBusyException if another job makes the same output
     * @throws InterruptedException if the job was told to stop
     */
    void run(StageRequested request, JobGuard guard) throws StageException, InterruptedException {
        try {
            requireWanted(request);
            ReelsEvent outcome = EveryShape.of(request, (shape, portion) -> findOrMake(shape, portion, guard));
            faults.at(Moment.EMIT);
            tell(request, outcome);
            faults.at(Moment.ACKNOWLEDGE);
        } catch (EventTooLargeException e) {
            throw new PermanentStageException(
                    FailureCode.INTERNAL, "The ad has more in it than we can handle. Please use fewer assets.", e);
        } catch (IOException | StorageException | DatabaseAwayException e) {
            throw Outages.explain(request.stage(), e);
        } catch (LeaseBusyException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UnexpectedStageException(e);
        }
    }

    /**
     * Emits what came of a request. It is in Kafka before the calls that led to it are closed: until then they are woken
     * again.
     *
     * @throws InterruptedException if the service stops before
     */
    void tell(StageRequested request, ReelsEvent outcome) throws InterruptedException {
        events.emit(outcome);
        if (outcome instanceof RunProgress) {
            return;
        }
        try {
            calls.closeAllOf(request);
        } catch (RuntimeException e) {
            LOG.warnf("REELS-0115 run %s: its calls are closed later: %s", request.runId(), e.getMessage());
        }
    }

    private Came findOrMake(StageRequested request, Portion portion, JobGuard guard)
            throws StageException, IOException, InterruptedException {
        Fingerprint fingerprint = request.own(handler.fingerprint(request));
        try (WorkDirectory directory = workspace.directoryFor(request.projectId())) {
            Optional<StageOutput> made = outputs.find(request, fingerprint);
            return made.isPresent()
                    ? new Came.Made(made.get(), true)
                    : make(request, portion, fingerprint, directory.path(), guard);
        }
    }

    private Came make(StageRequested request, Portion portion, Fingerprint fingerprint, Path directory, JobGuard guard)
            throws StageException, IOException, InterruptedException {
        Lease lease = database.acquire(request.projectId(), request.stage(), fingerprint)
                .orElseThrow(LeaseBusyException::new);
        try (JobGuard.Limit limit = guard.limit(config.timeout());
                LeaseKeeper keeper = new LeaseKeeper(database, request, lease, guard, config.leaseTime());
                RunningJob job = new RunningJob(
                        request,
                        portion,
                        directory,
                        outputs,
                        events,
                        config.progressAfter(),
                        () -> check(request, lease))) {
            job.progress(0, "Started");
            faults.at(Moment.WORK);
            StageResult result = handler.run(job);
            job.checkStillWanted();
            faults.at(Moment.UPLOAD);
            Came outcome = finish(request, fingerprint, result);
            job.checkStillWanted();
            return outcome;
        } finally {
            release(lease);
        }
    }

    private Came finish(StageRequested request, Fingerprint fingerprint, StageResult result) throws IOException {
        return switch (result) {
            case Parked parked -> new Came.Said(Outcomes.waiting(request, parked));
            case ScriptResult script -> new Came.Said(Outcomes.generated(request, script));
            case MediaResult media -> new Came.Made(outputs.store(request, fingerprint, media), false);
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

    private void check(StageRequested request, Lease lease) throws StageException {
        switch (database.standing(request, lease)) {
            case OURS -> {}
            case NOT_WANTED -> throw new NotWantedException();
            case UNSURE -> {
                if (!database.renew(lease)) {
                    throw new LeaseBusyException();
                }
            }
        }
    }

    /** A lease that is not given back runs out by itself, so this never undoes what was done. */
    private void release(Lease lease) {
        try {
            database.release(lease);
        } catch (RuntimeException e) {
            LOG.warnf("REELS-0114 the lease of %s is left to run out: %s", lease.fingerprint(), e.getMessage());
        }
    }
}
