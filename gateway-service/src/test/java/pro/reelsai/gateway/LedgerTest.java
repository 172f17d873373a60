package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pro.reelsai.gateway.credit.Credits;

/** What holds of the books whatever is done to them, in whatever order and however much of it at once. */
@GatewayTest
@ExtendWith(Books.class)
class LedgerTest {
    private static final int MOVES = 80;
    private static final int RUNS = 6;
    private static final int ATTEMPTS = 2;

    @Inject
    Credits credits;

    /** What can happen to a user's credits. */
    enum Kind {
        RESERVE,
        SETTLE,
        REFUND,
        GRANT,
        REDUCE
    }

    /** One thing that happens; a grant has no run, and everything but a grant moves one credit at the most. */
    private record Move(Kind kind, UUID run, int attempt, int amount) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void neverFallsBelowZeroAndAlwaysIsTheSumOfItsEntries(long seed) {
        // Given
        Caller caller = new Caller();
        assertThat(caller.credits()).isEqualTo(10);
        List<UUID> runs = runsOf(caller);
        Random random = new Random(seed);
        List<Move> moves =
                Stream.generate(() -> anyMove(random, runs)).limit(MOVES).toList();

        // When
        List<Boolean> balanced = AtOnce.all(moves, move -> {
            make(caller, move);
            return isBalanced(caller);
        });

        // Then
        assertThat(balanced).as("after every move").doesNotContain(false);
        assertThat(caller.credits()).isNotNegative();
        assertThat(Books.rows("""
                select run_id || ' ' || attempt from credit_ledger where user_id = $1 and run_id is not null
                group by run_id, attempt
                having count(*) filter (where kind = 'RESERVE') <> 1
                    or count(*) filter (where kind in ('SETTLE', 'REFUND')) > 1
                """, caller.id()))
                .as("attempts that were reserved or ended twice, or ended unreserved")
                .isEmpty();
        assertThat(Books.rows("select distinct kind from credit_ledger where user_id = $1", caller.id()))
                .as("moves that were made; how many an attempt's end comes too early for depends on the order")
                .contains("GRANT", "RESERVE", "SPEND")
                .containsAnyOf("SETTLE", "REFUND");
    }

    /** Runs that belong to the user; of scripts, so that nobody expects an entry for each of them. */
    private static List<UUID> runsOf(Caller caller) {
        return Books.rows("""
                insert into runs (id, project_id, user_id, kind, state, attempt, context, deadline, created_at)
                select gen_random_uuid(), $1, $2, 'SCRIPT', 'COMPLETED', 1, '{}', now(), now()
                from generate_series(1, $3)
                returning id::text
                """, UUID.fromString(caller.project()), caller.id(), RUNS).stream()
                .map(UUID::fromString)
                .toList();
    }

    private static Move anyMove(Random random, List<UUID> runs) {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        UUID run = runs.get(random.nextInt(runs.size()));
        return new Move(kind, run, 1 + random.nextInt(ATTEMPTS), 1 + random.nextInt(2));
    }

    /** What the books do not allow, such as to end an attempt twice, they refuse; that is all right. */
    private void make(Caller caller, Move move) {
        try {
            VertxContextSupport.subscribeAndAwait(() -> begin(caller.id(), move));
        } catch (Throwable refusal) {
            assertThat(refusal).isInstanceOf(RuntimeException.class);
        }
    }

    private Uni<?> begin(UUID user, Move move) {
        return switch (move.kind()) {
            case RESERVE -> credits.reserve(user, move.run(), move.attempt());
            case SETTLE -> credits.settle(move.run(), move.attempt());
            case REFUND -> credits.refund(move.run(), move.attempt(), "Random");
            case GRANT -> credits.grant(user, move.amount(), "Random");
            case REDUCE -> credits.reduce(user);
        };
    }

    private static boolean isBalanced(Caller caller) {
        return Books.rows("""
                        select 'yes' from profiles p where id = $1 and credits >= 0
                        and credits = (select coalesce(sum(amount), 0) from credit_ledger where user_id = p.id)
                        """, caller.id()).size() == 1;
    }
}
