package pro.reelsai.gateway.credit;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;
import pro.reelsai.gateway.credit.LedgerEntity.Kind;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.user.ProfileEntity;
import pro.reelsai.gateway.user.Profiles;

/**
 * Credits. What belongs to a run happens in the caller's transaction, and once per attempt: the ledger's unique keys keep
 * it so even if the code should not.
 */
@ApplicationScoped
public class Credits {
    private final Profiles profiles;
    private final Ledger ledger;

    public Credits(Profiles profiles, Ledger ledger) {
        this.profiles = profiles;
        this.ledger = ledger;
    }

    /** How many a user has. */
    @WithTransaction
    public Uni<Integer> of(UUID user) {
        return profiles.of(user).map(profile -> profile.credits);
    }

    /** Takes one if there is one. */
    @WithTransaction
    public Uni<Reduction> reduce(UUID user) {
        return take(user, () -> ledger.move(user, Kind.SPEND, -1, "Taken by the user"))
                .chain(taken -> ProfileEntity.creditsOf(user).map(credits -> new Reduction(taken, credits)));
    }

    /** Sets one aside for an attempt of a run; a problem 403 where none is left. */
    @WithTransaction
    public Uni<Void> reserve(UUID user, UUID run, int attempt) {
        return reserveBy(user, () -> ledger.move(user, Kind.RESERVE, -1, run, attempt, "Set aside for an ad"));
    }

    /**
     * Sets one aside by a statement of the caller's, which writes what it is for as well; a problem 403 where none is left.
     *
     * @param entry makes the ledger's entry, and says false where it made none; asked again for a new user
     */
    public Uni<Void> reserveBy(UUID user, Supplier<Uni<Boolean>> entry) {
        return take(user, entry)
                .invoke(taken -> {
                    if (!taken) {
                        throw ApiProblem.forbidden("You have no credits left");
                    }
                })
                .replaceWithVoid();
    }

    /** Notes an attempt that the house pays for, so that every attempt of a run has its entry. */
    @WithTransaction
    public Uni<Void> reserveNothing(UUID user, UUID run, int attempt) {
        return ledger.move(user, Kind.RESERVE, 0, run, attempt, "Made again by an operator, free of charge")
                .replaceWithVoid();
    }

    /** Spends what was set aside for an attempt. */
    @WithTransaction
    public Uni<Void> settle(UUID run, int attempt) {
        return ledger.end(run, attempt, Kind.SETTLE, "The ad is finished");
    }

    /** Gives back what was set aside for an attempt; nothing happens where nothing was. */
    @WithTransaction
    public Uni<Void> refund(UUID run, int attempt, String reason) {
        return ledger.end(run, attempt, Kind.REFUND, reason);
    }

    /**
     * Gives credits to a user, who need not have been here before.
     *
     * @param amount how many, from 1
     * @return the balance afterwards
     */
    @WithTransaction
    public Uni<Integer> grant(UUID user, int amount, String reason) {
        return take(user, () -> ledger.move(user, Kind.GRANT, amount, reason))
                .chain(() -> ProfileEntity.creditsOf(user));
    }

    /** A user who is seen for the first time gets a profile, and then another try. */
    private Uni<Boolean> take(UUID user, Supplier<Uni<Boolean>> move) {
        return move.get()
                .chain(taken -> taken
                        ? Uni.createFrom().item(true)
                        : profiles.ensure(user)
                                .chain(isNew ->
                                        isNew ? move.get() : Uni.createFrom().item(false)));
    }

    /**
     * What became of taking a credit.
     *
     * @param reducedCredits whether there was one to take
     * @param updatedCredits how many are left
     */
    public record Reduction(boolean reducedCredits, int updatedCredits) {}
}
