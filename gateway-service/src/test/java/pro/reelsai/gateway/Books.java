package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Reads the books after a test that touched money: they balance, and every attempt is accounted for. */
final class Books implements AfterEachCallback {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public void afterEach(ExtensionContext context) {
        assertBalanced();
    }

    static void assertBalanced() {
        assertThat(rows("""
                select p.id::text from profiles p
                where credits <> (select coalesce(sum(amount), 0) from credit_ledger where user_id = p.id)
                """))
                .as("users whose balance is not the sum of their ledger")
                .isEmpty();
        assertThat(rows("""
                select r.id || ' ' || a.attempt from runs r
                cross join lateral generate_series(1, r.attempt) a(attempt)
                left join lateral (
                    select count(*) filter (where kind = 'RESERVE') as reserves,
                           count(*) filter (where kind = 'SETTLE') as settles,
                           count(*) filter (where kind = 'REFUND') as refunds
                    from credit_ledger where run_id = r.id and attempt = a.attempt) l on true
                where r.kind = 'VIDEO' and (
                    reserves <> 1
                    or a.attempt < r.attempt and (settles, refunds) <> (0, 1)
                    or a.attempt = r.attempt and (settles, refunds) <> (
                        case r.state when 'COMPLETED' then 1 else 0 end,
                        case when r.state in ('FAILED', 'CANCELLED') then 1 else 0 end))
                """)).as("attempts that are not accounted for").isEmpty();
    }

    /** The kinds of a run's entries in their order. */
    static List<String> entriesOf(String run) {
        return rows(
                "select kind || ' ' || attempt from credit_ledger where run_id = $1 order by id", UUID.fromString(run));
    }

    static List<String> rows(String query, Object... parameters) {
        return StreamSupport.stream(
                        database()
                                .preparedQuery(query)
                                .execute(Tuple.from(List.of(parameters)))
                                .await()
                                .atMost(PATIENCE)
                                .spliterator(),
                        false)
                .map((Row row) -> row.getString(0))
                .toList();
    }

    static Pool database() {
        return Arc.container().instance(Pool.class).get();
    }
}
