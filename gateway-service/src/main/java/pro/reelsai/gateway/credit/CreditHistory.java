package pro.reelsai.gateway.credit;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import pro.reelsai.gateway.platform.paging.Page;

/** Reads the ledger. */
@ApplicationScoped
public class CreditHistory {
    /**
     * A user's entries, newest first.
     *
     * @param before only entries older than this one
     * @param limit the most entries
     */
    @WithSession
    public Uni<Page<CreditEntryView>> of(UUID user, long before, int limit) {
        return LedgerEntity.ofUser(user, before, limit + 1)
                .map(found ->
                        Page.of(found, limit, entry -> String.valueOf(entry.id)).map(CreditEntryView::of));
    }
}
