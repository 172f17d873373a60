package pro.reelsai.stage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.event.ReelsEvent;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.errors.WorkLabels;
import pro.reelsai.runtime.event.EncodedEvent;
import pro.reelsai.runtime.event.EventCodec;
import pro.reelsai.runtime.event.EventUnreadableException;
import pro.reelsai.stage.NotWantedException;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.TransientStageException;
import pro.reelsai.stage.UnexpectedStageException;
import pro.reelsai.stage.internal.StageMetrics.Ending;
import pro.reelsai.stage.internal.StageTraces.Try;

/**
 * Brings one record to an end, so that it may be acknowledged: its outcome is in Kafka, or it waits in a retry topic, or
 * it lies among the dead letters, or nobody wants it any more. Nothing but the stop of the service gets past this.
 */
@ApplicationScoped
public class DeliveryWork {
    private static final Logger LOG = Logger.getLogger(DeliveryWork.class);

    private final EventCodec codec;
    private final StageRunner runner;
    private final Retries retries;
    private final DeadLetters deadLetters;
    private final StageMetrics metrics;
    private final StageTraces traces;
    private final Clock clock = Clock.systemUTC();

    public DeliveryWork(
            EventCodec codec,
            StageRunner runner,
            Retries retries,
            DeadLetters deadLetters,
            StageMetrics metrics,
            StageTraces traces) {
        this.codec = codec;
        this.runner = runner;
        this.retries = retries;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.traces = traces;
    }

    /**
     * Settles a record.
     *
     * @param begun told who can stop the job, before it begins
     * @throws InterruptedException if the service stops; the record must not be acknowledged
     */
    // The labels and the span are there while the block runs.
    @SuppressWarnings("try")
    void settle(Delivery delivery, Consumer<JobGuard> begun) throws InterruptedException {
        try {
            ReelsEvent event = codec.decode(
                    delivery.topic(),
                    delivery.value(),
                    delivery.header(EncodedEvent.TYPE_HEADER).orElse(null));
            if (event instanceof StageRequested request) {
                try (WorkLabels labels = WorkLabels.of(request.runId(), request.stage());
                        Try oneTry = traces.take(delivery, request)) {
                    oneTry.ended(run(delivery, request, begun));
                }
            }
        } catch (EventUnreadableException e) {
            deadLetters.add(delivery, FailureCode.EVENT_UNREADABLE, e.getMessage());
        }
    }

    private Ending run(Delivery delivery, StageRequested request, Consumer<JobGuard> begun)
            throws InterruptedException {
        Instant start = clock.instant();
        if (delivery.retries() == 0) {
            metrics.begun(request, start);
        }
        Ending ending = bringToAnEnd(delivery, request, begun);
        metrics.ended(ending, Duration.between(start, clock.instant()));
        return ending;
    }

    private Ending bringToAnEnd(Delivery delivery, StageRequested request, Consumer<JobGuard> begun)
            throws InterruptedException {
        try {
            emitOutcome(request, begun);
            return Ending.DONE;
        } catch (NotWantedException e) {
            LOG.infof("REELS-0101 run %s %s is not wanted any more", request.runId(), request.stage());
            return Ending.NOT_WANTED;
        } catch (PermanentStageException e) {
            LOG.errorf(e, "REELS-0102 run %s failed in %s: %s", request.runId(), request.stage(), e.code());
            runner.tell(request, Outcomes.failed(request, e));
            return Ending.FAILED;
        } catch (TransientStageException | UnexpectedStageException e) {
            retries.later(delivery, request.deadline(), e);
            return Ending.RETRIED;
        } catch (LeaseBusyException e) {
            retries.aside(delivery);
            return Ending.BUSY;
        }
    }

    /**
     * Takes up a request that was parked: once, without waiting for anybody. What does not work now is left for the next
     * look at the provider's call, until the run's deadline.
     *
     * @throws StageException if it does not work now
     * @throws InterruptedException if the service stops
     */
    // The labels and the span are there while the block runs.
    @SuppressWarnings("try")
    void wake(StageRequested request) throws StageException, InterruptedException {
        try (WorkLabels labels = WorkLabels.of(request.runId(), request.stage());
                Try oneTry = traces.wake(request)) {
            emitOutcome(request, guard -> {});
        } catch (NotWantedException e) {
            LOG.infof("REELS-0101 run %s %s is not wanted any more", request.runId(), request.stage());
        } catch (PermanentStageException e) {
            LOG.errorf(e, "REELS-0102 run %s failed in %s: %s", request.runId(), request.stage(), e.code());
            runner.tell(request, Outcomes.failed(request, e));
        } catch (LeaseBusyException e) {
            LOG.debugf("Run %s %s is at work already", request.runId(), request.stage());
        }
    }

    /** The guard is gone by the time a failure is dealt with: nothing may stop that half-way. */
    private void emitOutcome(StageRequested request, Consumer<JobGuard> begun)
            throws NotWantedException, PermanentStageException, TransientStageException, UnexpectedStageException,
                    InterruptedException {
        try (JobGuard guard = new JobGuard(request.runId())) {
            begun.accept(guard);
            guard.watch(() -> {
                runner.run(request, guard);
                return request;
            });
        } catch (StageException e) {
            StageTraces.failed(e);
            switch (e) {
                case NotWantedException notWanted -> throw notWanted;
                case PermanentStageException permanent -> throw permanent;
                case TransientStageException passing -> throw passing;
                case UnexpectedStageException unexpected -> throw unexpected;
            }
        }
    }
}
