package pro.reelsai.stage.call;

import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.stage.PermanentStageException;

/**
 * The book of paid calls, for the handlers that make them. A call is written down before it is made; at most one per
 * output is ever under way or paid, however many pods think that the work is theirs. Blocks; for virtual threads.
 */
@ApplicationScoped
public class ProviderCalls {
    private static final String FIND = "SELECT " + CallRows.COLUMNS + """
             FROM provider_calls c
            WHERE project_id = $1 AND stage = $2 AND fingerprint = $3 AND provider = $4
              AND (outcome IN ('PREPARED', 'STARTED', 'SUBMITTED', 'SUCCEEDED')
                   OR (run_id = $5 AND attempt = $6 AND outcome IN ('FAILED', 'CANCELLED', 'LOST')))
            ORDER BY outcome IN ('PREPARED', 'STARTED', 'SUBMITTED', 'SUCCEEDED') DESC, created_at DESC
            LIMIT 1
            """;

    private static final String PREPARE = """
            INSERT INTO provider_calls (id, project_id, stage, fingerprint, provider, run_id, attempt, model, request,
                deadline, outcome, next_poll_at, created_at, updated_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, ($9::text)::jsonb, $10, 'PREPARED',
                now() + $11 * interval '1 millisecond', now(), now())
            ON CONFLICT DO NOTHING
            """;

    private static final String TAKE_OVER = """
            UPDATE provider_calls
               SET run_id = $2, attempt = $3, request = ($4::text)::jsonb, deadline = $5, closed_at = NULL, polls = 0,
                   next_poll_at = now() + $6 * interval '1 millisecond', updated_at = now()
             WHERE id = $1 AND outcome IN ('PREPARED', 'STARTED', 'SUBMITTED')
            """;

    private static final String NOT_STARTED = """
            UPDATE provider_calls SET outcome = 'PREPARED', tries = greatest(tries - 1, 0), updated_at = now()
             WHERE id = $1 AND outcome = 'STARTED'
            """;

    private static final String SUBMITTED = """
            UPDATE provider_calls
               SET external_id = $2, outcome = 'SUBMITTED', polls = 0,
                   next_poll_at = now() + $3 * interval '1 millisecond', updated_at = now()
             WHERE id = $1 AND outcome IN ('PREPARED', 'STARTED', 'SUBMITTED')
            """;

    /** Where a cancelled call turns out to have a job after all, so that the job can be stopped. */
    private static final String FOUND = """
            UPDATE provider_calls SET external_id = $2, updated_at = now() WHERE id = $1
            """;

    private static final String ENDED = """
            UPDATE provider_calls
               SET outcome = $2, units = $3, unit = $4, price_usd = $5, failure_code = $6, error = $7,
                   finished_at = coalesce(finished_at, now()), updated_at = now()
             WHERE id = $1
            """;

    /** Where the answer was found but nobody had lived to note it; the price is left open where it is not known. */
    private static final String DELIVERED = """
            UPDATE provider_calls
               SET outcome = 'SUCCEEDED', finished_at = coalesce(finished_at, now()), updated_at = now()
             WHERE project_id = $1 AND stage = $2 AND fingerprint = $3 AND provider = $4 AND outcome = 'STARTED'
            """;

    private static final String GONE = """
            UPDATE provider_calls SET outcome = 'LOST', updated_at = now() WHERE id = $1 AND outcome = 'SUCCEEDED'
            """;

    private static final String LOOK_AGAIN = """
            UPDATE provider_calls SET next_poll_at = now() + $2 * interval '1 millisecond' WHERE id = $1
            """;

    private static final String KNOWN = "SELECT " + CallRows.COLUMNS + """
             FROM provider_calls c WHERE provider = $1 AND external_id = $2
            """;

    private final CallRows rows;
    private final Budget budget;
    private final CallConfig config;

    ProviderCalls(CallRows rows, Budget budget, CallConfig config) {
        this.rows = rows;
        this.budget = budget;
        this.config = config;
    }

    /**
     * The call for an output: the one that is under way, which this request takes over if it is an earlier run's; or the one
     * that was paid already, perhaps {@linkplain ProviderCall#isOf by an earlier run}; or the one that has failed this very
     * attempt; or else a new one, {@link CallOutcome#PREPARED}.
     */
    public ProviderCall take(StageRequested request, Fingerprint fingerprint, String provider, String model) {
        for (int round = 0; ; round++) {
            Optional<ProviderCall> found = find(request, fingerprint, provider);
            if (found.isPresent()) {
                ProviderCall call = found.get();
                if (call.isOf(request) || call.outcome() == CallOutcome.SUCCEEDED) {
                    return call;
                }
                rows.update(TAKE_OVER, Tuple.from(new Object[] {
                    call.id(), request.runId(), request.attempt(), rows.write(request), deadline(request), firstLook()
                }));
            } else {
                prepare(request, fingerprint, provider, model);
            }
            if (round > 2) {
                throw new IllegalStateException("Other runs take the call for " + fingerprint + " away all the time");
            }
        }
    }

    /**
     * A new call for an output that was paid but is not to be found any more; the old one stays in the book with its
     * price.
     */
    ProviderCall anew(ProviderCall paid, String model) {
        rows.update(GONE, Tuple.of(paid.id()));
        prepare(paid.request(), paid.fingerprint(), paid.provider(), model);
        return take(paid.request(), paid.fingerprint(), paid.provider(), model);
    }

    /**
     * Takes the right to ask the provider once; to be had by one pod only.
     *
     * @param estimateUsd what the call may cost, in US dollars; reserved until its price is known
     * @return false if another pod asks just now, or the call was taken over or withdrawn
     * @throws PermanentStageException if the call would cost more than the caps leave
     */
    public boolean start(ProviderCall call, BigDecimal estimateUsd) throws PermanentStageException {
        return budget.start(call, estimateUsd);
    }

    /** The provider has certainly not begun: it was too busy to listen. */
    public void notStarted(ProviderCall call) {
        rows.update(NOT_STARTED, Tuple.of(call.id()));
    }

    /** The provider has begun. */
    public void submitted(ProviderCall call, String externalId) {
        boolean open = rows.update(SUBMITTED, Tuple.of(call.id(), externalId, firstLook()));
        if (!open) {
            rows.update(FOUND, Tuple.of(call.id(), externalId));
        }
    }

    /** The provider has delivered. */
    public void succeeded(ProviderCall call, Charge charge) {
        ended(call, CallOutcome.SUCCEEDED, charge, null, null);
    }

    /** The answer to a call is there: whoever had received it has died before it could be noted. */
    void delivered(StageRequested request, Fingerprint fingerprint, String provider) {
        rows.update(DELIVERED, Tuple.of(request.projectId(), request.stage().name(), fingerprint.value(), provider));
    }

    /**
     * The call has come to nothing.
     *
     * @param outcome {@link CallOutcome#FAILED}, {@link CallOutcome#CANCELLED} or {@link CallOutcome#LOST}
     * @param charge what it costs all the same; null where that is nothing
     * @param code told again whenever this attempt asks
     * @param messageForTheUser told again whenever this attempt asks
     */
    public void failed(
            ProviderCall call,
            CallOutcome outcome,
            @Nullable Charge charge,
            FailureCode code,
            String messageForTheUser) {
        ended(call, outcome, charge, code, messageForTheUser);
    }

    /** The call was stopped because nobody wanted it any more. */
    public void withdrawn(ProviderCall call) {
        ended(call, CallOutcome.CANCELLED, null, null, null);
    }

    /** When to look at the call again, should nobody wake it before. */
    public void lookAgain(ProviderCall call, Duration wait) {
        rows.update(LOOK_AGAIN, Tuple.of(call.id(), (double) wait.toMillis()));
    }

    /** Whether a job of the provider belongs to another call. */
    public boolean isOfAnother(ProviderCall call, String externalId) {
        return rows.first(KNOWN, Tuple.of(call.provider(), externalId))
                .filter(other -> !other.id().equals(call.id()))
                .isPresent();
    }

    private void prepare(StageRequested request, Fingerprint fingerprint, String provider, String model) {
        rows.update(PREPARE, Tuple.from(new Object[] {
            UUID.randomUUID(),
            request.projectId(),
            request.stage().name(),
            fingerprint.value(),
            provider,
            request.runId(),
            request.attempt(),
            model,
            rows.write(request),
            deadline(request),
            firstLook()
        }));
    }

    private Optional<ProviderCall> find(StageRequested request, Fingerprint fingerprint, String provider) {
        return rows.first(
                FIND,
                Tuple.of(
                        request.projectId(),
                        request.stage().name(),
                        fingerprint.value(),
                        provider,
                        request.runId(),
                        request.attempt()));
    }

    private void ended(
            ProviderCall call,
            CallOutcome outcome,
            @Nullable Charge charge,
            @Nullable FailureCode code,
            @Nullable String message) {
        rows.update(ENDED, Tuple.from(new @Nullable Object[] {
            call.id(),
            outcome.name(),
            charge == null ? null : charge.units(),
            charge == null ? null : charge.unit(),
            charge == null ? null : charge.priceUsd(),
            code == null ? null : code.name(),
            message
        }));
    }

    private static Object deadline(StageRequested request) {
        return request.deadline().atOffset(ZoneOffset.UTC);
    }

    private double firstLook() {
        return config.firstLook().toMillis();
    }
}
