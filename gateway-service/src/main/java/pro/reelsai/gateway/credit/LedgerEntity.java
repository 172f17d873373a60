package pro.reelsai.gateway.credit;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code credit_ledger}: one thing that happened to a user's credits. */
@Entity
@Table(name = "credit_ledger")
public class LedgerEntity extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public UUID userId;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    public int amount;
    public @Nullable UUID runId;
    public @Nullable Integer attempt;
    public String reason;
    public Instant createdAt;

    /** What happened. */
    public enum Kind {
        /** Credits were given. */
        GRANT,
        /** One was set aside for an attempt of a run. */
        RESERVE,
        /** The attempt succeeded: what was set aside is spent. */
        SETTLE,
        /** The attempt failed: what was set aside came back. */
        REFUND,
        /** One was taken without a run. */
        SPEND
    }

    /** A user's entries, newest first. */
    static Uni<List<LedgerEntity>> ofUser(UUID user, long before, int limit) {
        return LedgerEntity.<LedgerEntity>find("userId = ?1 and id < ?2 order by id desc", user, before)
                .page(0, limit)
                .list();
    }
}
