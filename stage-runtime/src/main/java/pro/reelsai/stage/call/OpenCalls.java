package pro.reelsai.stage.call;

import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import pro.reelsai.model.Stage;
import pro.reelsai.model.event.StageRequested;

/**
 * The calls whose outcome the stage has not told yet, for the runtime that watches over them. Several pods share them: a
 * row that one is taking is skipped by the others.
 */
@ApplicationScoped
public class OpenCalls {
    /** Due by time, or because the run has ended or gone on: then the provider works for nobody. */
    private static final String TAKE_DUE = """
            UPDATE provider_calls c
               SET polls = polls + 1, updated_at = now(),
                   next_poll_at = least(
                       now() + least($3 * power(2, least(polls, 20)), $4) * interval '1 millisecond',
                       greatest(c.deadline, now() + interval '5 seconds'))
             WHERE id IN (
                   SELECT id FROM provider_calls due
                    WHERE stage = $1 AND closed_at IS NULL AND request IS NOT NULL
                      AND (next_poll_at <= now()
                           OR (outcome IN ('PREPARED', 'STARTED', 'SUBMITTED') AND NOT EXISTS (
                               SELECT 1 FROM runs
                                WHERE runs.id = due.run_id AND runs.attempt = due.attempt
                                  AND runs.state NOT IN ('COMPLETED', 'FAILED', 'CANCELLED'))))
                    ORDER BY next_poll_at
                    LIMIT $2
                      FOR UPDATE SKIP LOCKED)
            RETURNING """ + " " + CallRows.COLUMNS;

    private static final String WAKE = """
            UPDATE provider_calls SET next_poll_at = now()
             WHERE stage = $1 AND external_id = $2 AND closed_at IS NULL
            """;

    private static final String ABANDON = """
            UPDATE provider_calls c SET outcome = 'CANCELLING', updated_at = now()
             WHERE id = $1 AND run_id = $2 AND attempt = $3
               AND outcome IN ('PREPARED', 'STARTED', 'SUBMITTED', 'CANCELLING')
            RETURNING """ + " " + CallRows.COLUMNS;

    private static final String CLOSE_OF_RUN = """
            UPDATE provider_calls SET closed_at = now(), updated_at = now()
             WHERE run_id = $1 AND attempt = $2 AND stage = $3 AND closed_at IS NULL
               AND outcome IN ('SUCCEEDED', 'FAILED', 'CANCELLED', 'LOST')
            """;

    private static final String CLOSE = """
            UPDATE provider_calls SET closed_at = now(), updated_at = now()
             WHERE id = $1 AND run_id = $2 AND attempt = $3 AND closed_at IS NULL
               AND outcome IN ('SUCCEEDED', 'FAILED', 'CANCELLED', 'LOST')
            """;

    private final CallRows rows;
    private final CallConfig config;

    OpenCalls(CallRows rows, CallConfig config) {
        this.rows = rows;
        this.config = config;
    }

    /** Takes calls that should be looked at now, and sets the time of the next look. */
    public List<ProviderCall> takeDue(Stage stage, int atMost) {
        return rows.query(
                TAKE_DUE,
                Tuple.of(stage.name(), atMost, (double) config.firstLook().toMillis(), (double)
                        config.longestWait().toMillis()));
    }

    /**
     * Has a call looked at as soon as possible.
     *
     * @param externalId the provider's id of the job
     * @return false if no open call is known by it
     */
    public boolean wake(Stage stage, String externalId) {
        return rows.update(WAKE, Tuple.of(stage.name(), externalId));
    }

    /** Notes that nobody wants a call any more; empty if another run wants it meanwhile, or it has ended. */
    public Optional<ProviderCall> abandon(ProviderCall call) {
        return rows.first(
                ABANDON,
                Tuple.of(call.id(), call.request().runId(), call.request().attempt()));
    }

    /** Notes that the outcome of a stage is in Kafka, so that its calls need not be woken any more. */
    public void closeAllOf(StageRequested request) {
        rows.update(
                CLOSE_OF_RUN,
                Tuple.of(request.runId(), request.attempt(), request.stage().name()));
    }

    /** Notes that nothing is left to do for a call, unless another run wants it meanwhile. */
    public void close(ProviderCall call) {
        rows.update(
                CLOSE,
                Tuple.of(call.id(), call.request().runId(), call.request().attempt()));
    }
}
