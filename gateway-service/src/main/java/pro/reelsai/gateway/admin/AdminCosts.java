package pro.reelsai.gateway.admin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** Adds the book of paid calls up. */
@ApplicationScoped
public class AdminCosts {
    private static final String BY_DAY = """
            SELECT (started_at AT TIME ZONE 'UTC')::date AS day, provider, model, count(*) AS calls,
                   coalesce(sum(price_usd), 0) AS price_usd,
                   coalesce(sum(reserved_usd) FILTER (WHERE outcome IN ('STARTED', 'SUBMITTED', 'CANCELLING')), 0)
                       AS under_way_usd
              FROM provider_calls
             WHERE started_at >= (date_trunc('day', now() AT TIME ZONE 'UTC') - ($1 - 1) * interval '1 day')
                                 AT TIME ZONE 'UTC'
             GROUP BY 1, 2, 3
             ORDER BY 1 DESC, 2, 3
            """;

    private final Pool pool;

    public AdminCosts(Pool pool) {
        this.pool = pool;
    }

    /** The costs of the last days, today's included, the newest first. */
    Uni<List<DailyCost>> ofLast(int days) {
        return pool.preparedQuery(BY_DAY).execute(Tuple.of(days)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(AdminCosts::cost)
                .toList());
    }

    private static DailyCost cost(Row row) {
        return new DailyCost(
                row.getLocalDate("day"),
                row.getString("provider"),
                row.getString("model"),
                row.getLong("calls"),
                row.getBigDecimal("price_usd"),
                row.getBigDecimal("under_way_usd"));
    }
}
