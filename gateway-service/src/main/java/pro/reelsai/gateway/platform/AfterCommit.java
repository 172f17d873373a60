package pro.reelsai.gateway.platform;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import org.hibernate.reactive.engine.ReactiveAfterTransactionCompletionProcess;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.session.ReactiveSession;

/** Something to do once the caller's transaction is committed, for what would come too early within it. */
public final class AfterCommit {
    private AfterCommit() {}

    /**
     * Registers what is to be done after the commit, and is not done where the transaction is rolled back.
     *
     * @param action is run on the event loop of the transaction, which it must not hold up
     */
    public static Uni<Void> run(Runnable action) {
        ReactiveAfterTransactionCompletionProcess process = (committed, session) -> {
            if (committed) {
                action.run();
            }
            return CompletableFuture.completedStage(null);
        };
        return Panache.getSession()
                .invoke(session -> ((MutinySessionImpl) session)
                        .unwrap(ReactiveSession.class)
                        .getReactiveActionQueue()
                        .registerProcess(process))
                .replaceWithVoid();
    }
}
