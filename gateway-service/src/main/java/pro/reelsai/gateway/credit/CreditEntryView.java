package pro.reelsai.gateway.credit;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger as the contract shows it.
 *
 * @param id the entry; a later one has a greater id
 * @param kind {@code grant}, {@code reserve}, {@code settle}, {@code refund} or {@code spend}
 * @param amount what it did to the balance, in credits; all amounts together are the balance
 * @param runId the run it belongs to; null where it belongs to none
 * @param attempt which attempt of the run
 * @param reason why, in words
 * @param createdAt when
 */
@Schema(name = "CreditEntry")
public record CreditEntryView(
        long id,

        @Schema(enumeration = {"grant", "reserve", "settle", "refund", "spend"})
        String kind,

        int amount,
        @Nullable UUID runId,
        @Nullable Integer attempt,
        String reason,
        Instant createdAt) {
    static CreditEntryView of(LedgerEntity entry) {
        return new CreditEntryView(
                entry.id,
                entry.kind.name().toLowerCase(Locale.ROOT),
                entry.amount,
                entry.runId,
                entry.attempt,
                entry.reason,
                entry.createdAt);
    }
}
