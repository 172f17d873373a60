package pro.reelsai.stage.call;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.FailureCode;
import pro.reelsai.stage.PermanentStageException;

/**
 * Lets calls start as long as there is money for them. What a call may cost is reserved in the transaction that starts it,
 * and calls start one after the other, so that no number of pods spends more than the caps allow, by their estimates.
 */
@ApplicationScoped
class Budget {
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('provider-spend'))";

    /** A call under way counts with what was reserved for it, one that has ended with its price. */
    private static final String SPENT = """
            SELECT coalesce(sum(usd) FILTER (WHERE run_id = $1), 0) AS of_run,
                   coalesce(sum(usd) FILTER (WHERE started_at >= today.midnight), 0) AS of_day
              FROM (SELECT date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' AS midnight) today,
                   LATERAL (SELECT run_id, started_at,
                                   CASE WHEN outcome IN ('STARTED', 'SUBMITTED', 'CANCELLING')
                                        THEN coalesce(reserved_usd, 0) ELSE coalesce(price_usd, 0) END AS usd
                              FROM provider_calls
                             WHERE id <> $2 AND (run_id = $1 OR started_at >= today.midnight)) calls
            """;

    private static final String START = """
            UPDATE provider_calls
               SET outcome = 'STARTED', tries = tries + 1, started_at = now(), reserved_usd = $5, updated_at = now()
             WHERE id = $1 AND tries = $2 AND run_id = $3 AND attempt = $4 AND outcome IN ('PREPARED', 'STARTED')
            """;

    private final CallRows rows;
    private final SpendConfig caps;

    Budget(CallRows rows, SpendConfig caps) {
        this.rows = rows;
        this.caps = caps;
    }

    /**
     * Takes the right to ask the provider once.
     *
     * @param estimateUsd what the call may cost, in US dollars
     * @return false if another pod asks just now, or the call was taken over or withdrawn
     * @throws PermanentStageException if the call would cost more than is left
     */
    boolean start(ProviderCall call, BigDecimal estimateUsd) throws PermanentStageException {
        Tuple start = Tuple.of(
                call.id(), call.tries(), call.request().runId(), call.request().attempt(), estimateUsd);
        if (caps.perRun().isEmpty() && caps.perDay().isEmpty()) {
            return rows.update(START, start);
        }
        Answer answer = rows.inTransaction(connection -> connection
                .query(LOCK)
                .execute()
                .chain(() -> spent(connection, call))
                .chain(spent -> start(connection, spent, estimateUsd, start)));
        if (answer.refusal() != null) {
            throw new PermanentStageException(FailureCode.SPEND_LIMIT_REACHED, answer.refusal());
        }
        return answer.started();
    }

    private Uni<Answer> start(SqlConnection connection, Row spent, BigDecimal estimateUsd, Tuple start) {
        Optional<String> refusal = refusal(spent, estimateUsd);
        return refusal.isPresent()
                ? Uni.createFrom().item(new Answer(false, refusal.get()))
                : connection.preparedQuery(START).execute(start).map(done -> new Answer(done.rowCount() > 0, null));
    }

    private static Uni<Row> spent(SqlConnection connection, ProviderCall call) {
        return connection
                .preparedQuery(SPENT)
                .execute(Tuple.of(call.request().runId(), call.id()))
                .map(RowSet::iterator)
                .map(found -> found.next());
    }

    private Optional<String> refusal(Row spent, BigDecimal estimateUsd) {
        return refusal(
                        caps.perRun(),
                        spent.getBigDecimal("of_run").add(estimateUsd),
                        "This ad would cost more than the %s US dollars that one may cost on this server ("
                                + SpendConfig.PER_RUN + ").")
                .or(() -> refusal(
                        caps.perDay(),
                        spent.getBigDecimal("of_day").add(estimateUsd),
                        "The %s US dollars that this server may spend in a day are used up (" + SpendConfig.PER_DAY
                                + "). Please try again tomorrow."));
    }

    private static Optional<String> refusal(Optional<BigDecimal> cap, BigDecimal spent, String message) {
        return cap.filter(limit -> spent.compareTo(limit) > 0).map(limit -> message.formatted(limit.toPlainString()));
    }

    private record Answer(boolean started, @Nullable String refusal) {}
}
