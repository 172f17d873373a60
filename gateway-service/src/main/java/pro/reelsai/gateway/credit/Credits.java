package pro.reelsai.gateway.credit;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.credit.LedgerEntity.Kind;
import pro.reelsai.gateway.platform.Now;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.user.ProfileEntity;
import pro.reelsai.gateway.user.Profiles;

/**
 * Credits and their ledger. What belongs to a run happens in the caller's transaction, and once per attempt: the ledger's
 * unique key keeps it so even if the code should not.
 */
@ApplicationScoped
public class Credits {
    private final Profiles profiles;

    public Credits(Profiles profiles) {
        this.profiles = profiles;
    }

    /** How many a user has. */
    @WithTransaction
    public Uni<Integer> of(UUID user) {
        return profiles.of(user).map(profile -> profile.credits);
    }

    /** Takes one if there is one. */
    @WithTransaction
    public Uni<Reduction> reduce(UUID user) {
        return profiles.ensure(user)
                .chain(() -> ProfileEntity.takeCredit(user))
                .call(taken -> taken
                        ? write(user, Kind.SPEND, -1, null, null, "Taken by the user")
                        : Uni.createFrom().voidItem())
                .chain(taken -> ProfileEntity.creditsOf(user).map(left -> new Reduction(taken, left)));
    }

    /** Sets one aside for an attempt of a run; a problem 403 where none is left. */
    @WithTransaction
    public Uni<Void> reserve(UUID user, UUID run, int attempt) {
        return profiles.ensure(user)
                .chain(() -> ProfileEntity.takeCredit(user))
                .invoke(taken -> {
                    if (!taken) {
                        throw ApiProblem.forbidden("You have no credits left");
                    }
                })
                .chain(() -> write(user, Kind.RESERVE, -1, run, attempt, "Set aside for an ad"));
    }

    /** Spends what was set aside for an attempt. */
    @WithTransaction
    public Uni<Void> settle(UUID user, UUID run, int attempt) {
        return write(user, Kind.SETTLE, 0, run, attempt, "The ad is finished");
    }

    /** Gives back what was set aside for an attempt; nothing happens where nothing was. */
    @WithTransaction
    public Uni<Void> refund(UUID user, UUID run, int attempt, String reason) {
        return LedgerEntity.exists(run, attempt, Kind.RESERVE).chain(reserved -> {
            if (!reserved) {
                return Uni.createFrom().voidItem();
            }
            return ProfileEntity.giveCredit(user).chain(() -> write(user, Kind.REFUND, 1, run, attempt, reason));
        });
    }

    private static Uni<Void> write(
            UUID user, Kind kind, int amount, @Nullable UUID run, @Nullable Integer attempt, String reason) {
        LedgerEntity row = new LedgerEntity();
        row.userId = user;
        row.kind = kind;
        row.amount = amount;
        row.runId = run;
        row.attempt = attempt;
        row.reason = reason;
        row.createdAt = Now.instant();
        return row.persist().replaceWithVoid();
    }

    /**
     * What became of taking a credit.
     *
     * @param reducedCredits whether there was one to take
     * @param updatedCredits how many are left
     */
    public record Reduction(boolean reducedCredits, int updatedCredits) {}
}
