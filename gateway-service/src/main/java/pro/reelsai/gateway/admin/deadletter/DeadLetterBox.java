package pro.reelsai.gateway.admin.deadletter;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.Now;
import pro.reelsai.gateway.platform.paging.Page;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.progress.Projection;
import pro.reelsai.gateway.run.RunEntity;
import pro.reelsai.gateway.run.RunResuming;
import pro.reelsai.model.event.RunFailed;

/** The dead letters. */
@ApplicationScoped
public class DeadLetterBox {
    private final Projection projection;
    private final RunResuming resuming;

    public DeadLetterBox(Projection projection, RunResuming resuming) {
        this.projection = projection;
        this.resuming = resuming;
    }

    /** Keeps a dead letter and ends the run that waits for it in vain, in one transaction and once. */
    @WithTransaction
    Uni<Void> take(DeadLetter letter) {
        return keep(letter)
                .chain(isNew -> isNew && letter.endsRun()
                        ? end(letter)
                        : Uni.createFrom().voidItem());
    }

    /** Keeps a dead letter; false where it was kept before. */
    @WithTransaction
    Uni<Boolean> keep(DeadLetter letter) {
        return DeadLetterEntity.isKept(letter)
                .chain(kept -> kept
                        ? Uni.createFrom().item(false)
                        : DeadLetterEntity.of(letter).persistAndFlush().replaceWith(true));
    }

    private Uni<Void> end(DeadLetter letter) {
        return RunEntity.ownerOf(Objects.requireNonNull(letter.runId()))
                .chain(owner -> owner == null ? Uni.createFrom().voidItem() : projection.apply(failure(letter, owner)));
    }

    private static RunFailed failure(DeadLetter letter, RunEntity.Owner owner) {
        return new RunFailed(
                Objects.requireNonNull(letter.runId()),
                owner.projectId(),
                owner.userId(),
                Objects.requireNonNull(letter.stage()),
                Objects.requireNonNull(letter.attempt()),
                letter.code(),
                letter.reason(),
                Now.instant());
    }

    /** The dead letters, newest first. */
    @WithSession
    public Uni<Page<DeadLetterView>> newest(long before, int limit) {
        return DeadLetterEntity.newest(before, limit + 1)
                .map(found -> Page.of(found, limit, letter -> String.valueOf(letter.id))
                        .map(DeadLetterView::of));
    }

    /**
     * Tries again what a dead letter had asked for, at the cost of the house.
     *
     * @return the run; a problem 404 where the letter is unknown, 409 where its run does not wait for it
     */
    @WithTransaction
    public Uni<RunEntity> retry(long id) {
        return DeadLetterEntity.<DeadLetterEntity>findById(id)
                .onItem()
                .ifNull()
                .failWith(() -> ApiProblem.notFound("dead letter"))
                .chain(letter -> {
                    if (letter.runId == null) {
                        throw ApiProblem.conflict("Nobody can tell which run this dead letter belongs to");
                    }
                    return resuming.byOperator(letter.runId).invoke(run -> note(letter, run));
                });
    }

    private static void note(DeadLetterEntity letter, RunEntity run) {
        @Nullable Integer attempt = letter.attempt;
        if (attempt != null && attempt != run.attempt - 1) {
            throw ApiProblem.conflict("The run has gone on since; resume the run itself");
        }
        letter.retriedAt = Now.instant();
        letter.retriedAttempt = run.attempt;
    }
}
