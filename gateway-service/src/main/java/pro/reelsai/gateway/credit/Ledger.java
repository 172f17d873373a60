package pro.reelsai.gateway.credit;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.credit.LedgerEntity.Kind;

/**
 * Writes the ledger, each entry in one statement of the caller's transaction. A trigger moves the balance with the entry;
 * nothing else can move it.
 */
@ApplicationScoped
class Ledger {
    /** Holds the balance first, so that of two requests for the last credit the second sees what the first has left. */
    private static final String MOVE = """
            with held as (
                select id from profiles
                where id = :user and credits + cast(:amount as integer) >= 0
                for update)
            insert into credit_ledger (user_id, kind, amount, run_id, attempt, reason, created_at)
            select id, :kind, cast(:amount as integer), :run, :attempt, :reason, now()
            from held
            """;

    private static final String END = """
            insert into credit_ledger (user_id, kind, amount, run_id, attempt, reason, created_at)
            select user_id, :kind, case :kind when 'REFUND' then -amount else 0 end, run_id, attempt, :reason, now()
            from credit_ledger
            where run_id = :run and attempt = :attempt and kind = 'RESERVE'
            """;

    /** Moves a balance; false where it does not allow the move or there is no such user. */
    Uni<Boolean> move(UUID user, Kind kind, int amount, String reason) {
        return move(user, kind, amount, null, null, reason);
    }

    /** The same for an attempt of a run. */
    Uni<Boolean> move(UUID user, Kind kind, int amount, @Nullable UUID run, @Nullable Integer attempt, String reason) {
        // A statement that returns nothing: Hibernate never finds a native query with a result class in its cache of
        // plans.
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(MOVE)
                        .setParameter("user", user)
                        .setParameter("kind", kind.name())
                        .setParameter("amount", amount)
                        .setParameter("run", run)
                        .setParameter("attempt", attempt)
                        .setParameter("reason", reason)
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    /** Ends an attempt: a refund gives back exactly what was reserved. Nothing happens where nothing was. */
    Uni<Void> end(UUID run, int attempt, Kind kind, String reason) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(END)
                        .setParameter("run", run)
                        .setParameter("attempt", attempt)
                        .setParameter("kind", kind.name())
                        .setParameter("reason", reason)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
