package pro.reelsai.stage.provider;

import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.Timer;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import pro.reelsai.stage.provider.ProviderException.Reason;
import pro.reelsai.stage.provider.ProviderLimits.Limits;

/**
 * Stands between a stage and one provider: so many requests at once and in a minute, each for so long, again where the
 * provider was busy or broken and as late as it asks, and none at all while it is down. An answer that never came is not
 * asked for again here: it may be paid for, and the book of calls has to know of every try.
 */
public final class ProviderGuard {
    private static final Logger LOG = Logger.getLogger(ProviderGuard.class);
    private static final int SECONDS_A_MINUTE = 60;

    private final String name;
    private final Limits limits;
    private final Semaphore places;
    private final ProviderTimes times;
    private final ProviderTraces traces;
    private final Bucket turns;
    private final Guard guard;

    ProviderGuard(
            String name, Limits limits, Consumer<ProviderDown> whenDown, ProviderTimes times, ProviderTraces traces) {
        this.name = name;
        this.limits = limits;
        this.times = times;
        this.traces = traces;
        this.places = new Semaphore(limits.concurrency(), true);
        this.turns = turns(limits.requestsPerMinute());
        this.guard = Guard.create()
                .withDescription(name)
                .withCircuitBreaker()
                .requestVolumeThreshold(limits.breakerVolume())
                .failureRatio(limits.breakerRatio())
                .delay(limits.breakerPause().toMillis(), ChronoUnit.MILLIS)
                .when(ProviderGuard::isDown)
                .onStateChange(state -> {
                    LOG.warnf("REELS-0130 circuit breaker of %s: %s", name, state);
                    if (state == CircuitBreakerState.OPEN) {
                        whenDown.accept(new ProviderDown(name, limits.breakerPause()));
                    }
                })
                .done()
                .withRetry()
                .maxRetries(limits.attempts() - 1)
                .maxDuration(0, ChronoUnit.SECONDS)
                .jitter(0, ChronoUnit.MILLIS)
                .whenException(this::isWorthATry)
                .beforeRetry(failure -> LOG.infof("REELS-0131 %s is asked again: %s", name, failure.getMessage()))
                .withCustomBackoff()
                .strategy(Backoff::new)
                .done()
                .done()
                .build();
    }

    /** Vendors that count by the minute refuse a minute's worth at once, so a second's worth is what may come together. */
    private static Bucket turns(int perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(Math.max(1, perMinute / SECONDS_A_MINUTE))
                        .refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }

    /**
     * Asks.
     *
     * @param request makes the request anew for every try
     * @return the answer
     * @throws ProviderException if there is none
     * @throws InterruptedException if the stage should stop; the request is given up
     */
    public <T> T ask(Supplier<Uni<T>> request) throws InterruptedException {
        requireTurnSoon();
        AtomicInteger asked = new AtomicInteger();
        try {
            // What a caller gets back is what its own request gives: the class is of no use to the guard.
            @SuppressWarnings("unchecked")
            T answer = (T) guard.call(
                    () -> {
                        return traces.request(name, asked.incrementAndGet(), () -> once(request));
                    },
                    Object.class);
            return answer;
        } catch (CircuitBreakerOpenException e) {
            // A second try is only made of what was certainly not served.
            throw new ProviderException(
                    asked.get() == 0 ? Reason.NOT_ASKED : Reason.BROKEN,
                    name + " has been failing and is left alone for now",
                    null,
                    e);
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ProviderException(Reason.SILENT, name + " could not be asked", null, e);
        }
    }

    /**
     * Waits until a request may be made, for callers whose request is made elsewhere.
     *
     * @throws ProviderException {@link Reason#NOT_ASKED} if that would take longer than such waits may
     * @throws InterruptedException if the stage should stop
     */
    public void awaitTurn() throws InterruptedException {
        requireTurnSoon();
        turns.asBlocking().consume(1);
    }

    /** A long wait is spent among the retries instead, where it holds up nobody and uses up no try; asking takes no turn. */
    private void requireTurnSoon() {
        Duration wait = Duration.ofNanos(turns.estimateAbilityToConsume(1).getNanosToWaitForRefill());
        if (wait.compareTo(limits.longestWait()) > 0) {
            throw new ProviderException(Reason.NOT_ASKED, name + " is asked as often as it may be already", wait, null);
        }
    }

    private <T> T once(Supplier<Uni<T>> request) throws InterruptedException {
        places.acquire();
        try {
            turns.asBlocking().consume(1);
            return measured(request);
        } finally {
            places.release();
        }
    }

    private <T> T measured(Supplier<Uni<T>> request) throws InterruptedException {
        Timer.Sample sample = times.start();
        try {
            T answer = answer(request);
            times.answered(sample, name);
            return answer;
        } catch (ProviderException e) {
            times.failed(sample, name, e.reason());
            throw e;
        }
    }

    private <T> T answer(Supplier<Uni<T>> request) throws InterruptedException {
        CompletableFuture<T> answer = request.get().subscribeAsCompletionStage();
        try {
            return answer.get(limits.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ProviderException(
                    Reason.SILENT,
                    name + " did not answer within " + limits.timeout().toSeconds() + " s",
                    null,
                    e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProviderException refusal) {
                throw refusal;
            }
            throw new ProviderException(
                    Reason.SILENT, name + " gave no whole answer: " + e.getCause(), null, e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static boolean isDown(Throwable failure) {
        return failure instanceof ProviderException e && (e.reason() == Reason.BROKEN || e.reason() == Reason.SILENT);
    }

    private boolean isWorthATry(Throwable failure) {
        return failure instanceof ProviderException e
                && (e.reason() == Reason.BUSY || e.reason() == Reason.BROKEN)
                && e.retryAfter()
                        .map(wait -> wait.compareTo(limits.longestWait()) <= 0)
                        .orElse(true);
    }

    /** As long as the provider asks for, or else twice as long as the last time. */
    private final class Backoff implements CustomBackoffStrategy {
        private Duration next = limits.backoff();

        @Override
        public long nextDelayInMillis(Throwable failure) {
            Duration own = next.compareTo(limits.longestWait()) < 0 ? next : limits.longestWait();
            next = next.multipliedBy(2);
            Duration wait =
                    failure instanceof ProviderException e ? e.retryAfter().orElse(own) : own;
            return wait.toMillis();
        }
    }
}
