package pro.reelsai.gateway.platform;

import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** What a query finds. */
public final class Rows {
    private Rows() {}

    /**
     * The row of a query that finds one at most; null for none. Unlike {@code firstResult}, without a limit: Hibernate makes
     * that a parameter, and PostgreSQL then plans the statement anew at every execution.
     */
    public static <T> Uni<@Nullable T> only(PanacheQuery<T> query) {
        return query.list().map(rows -> rows.isEmpty() ? null : rows.getFirst());
    }
}
