package pro.reelsai.gateway.metrics;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads how much there is of what, all in one statement; each part has an index of its own. */
@ApplicationScoped
public class Figures {
    private static final String READ = """
            select 'reels.runs.open' as name, kind as first, state as second, count(*)::float8 as value
              from runs where state in ('RESERVED', 'RUNNING', 'WAITING') group by kind, state
            union all
            select 'reels.outbox.waiting', '', '', count(*)::float8 from outbox where sent_at is null
            union all
            select 'reels.outbox.age.seconds', '', '', coalesce(extract(epoch from now() -
                   (select created_at from outbox where sent_at is null order by id limit 1)), 0)::float8
            union all
            select 'reels.provider.cost.today.usd', provider, model, coalesce(sum(price_usd), 0)::float8
              from provider_calls
             where started_at >= date_trunc('day', now() at time zone 'UTC') at time zone 'UTC'
             group by provider, model
            union all
            select 'reels.credits.reserved', '', '', coalesce(sum(-l.amount), 0)::float8
              from runs r join credit_ledger l on l.run_id = r.id and l.attempt = r.attempt and l.kind = 'RESERVE'
             where r.state in ('RESERVED', 'RUNNING', 'WAITING')
            """;

    private final Pool pool;

    public Figures(Pool pool) {
        this.pool = pool;
    }

    /** As they are now. */
    Uni<List<Figure>> read() {
        // Not prepared: a plan from when there was nothing reads whole tables for as long as it is kept.
        return pool.query(READ).execute().map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(Figures::figure)
                .toList());
    }

    private static Figure figure(Row row) {
        return new Figure(
                row.getString("name"), row.getString("first"), row.getString("second"), row.getDouble("value"));
    }
}
