package pro.reelsai.gateway.platform.storage;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import pro.reelsai.gateway.platform.Now;
import pro.reelsai.gateway.platform.SameContext;
import pro.reelsai.gateway.platform.problem.DatabaseAway;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.runtime.storage.ObjectStorage;
import pro.reelsai.runtime.storage.StorageException;

/**
 * Removes the files that {@link Removals} lists. A file that was claimed for removal cannot be taken off the list again;
 * it is claimed in one statement that passes over what another replica has, and no connection is held while the bucket
 * works.
 */
@ApplicationScoped
public class BucketCleaning {
    private static final Logger LOG = Logger.getLogger(BucketCleaning.class);

    private final ObjectStorage storage;
    private final CleaningConfig config;

    public BucketCleaning(ObjectStorage storage, CleaningConfig config) {
        this.storage = storage;
        this.config = config;
    }

    @Scheduled(every = "${reels.cleaning.check:10s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> removeWhatIsDue() {
        return claim().chain(keys -> keys.isEmpty() ? Uni.createFrom().voidItem() : remove(keys))
                .onFailure(DatabaseAway::isCauseOf)
                .invoke(e -> LOG.warnf("The bucket cannot be cleaned just now: %s", e.getMessage()))
                .onFailure(DatabaseAway::isCauseOf)
                .recoverWithNull();
    }

    private Uni<List<String>> claim() {
        Instant now = Now.instant();
        return Panache.withTransaction(
                () -> Panache.getSession().chain(session -> session.createNativeQuery("""
                                update object_removals
                                set claimed_at = :now, due_at = :again, attempts = attempts + 1
                                where object_key in (
                                    select object_key from object_removals where due_at <= :now
                                    order by due_at limit :batch for update skip locked)
                                returning object_key""", String.class)
                        .setParameter("now", now)
                        .setParameter("again", now.plus(config.retry()))
                        .setParameter("batch", config.batch())
                        .getResultList()));
    }

    private Uni<Void> remove(List<String> keys) {
        return SameContext.afterwards(
                        storage.delete(keys.stream().map(ObjectKey::new).toList()))
                .chain(() -> forget(keys))
                .onFailure(StorageException.class)
                .invoke(e -> LOG.warnf("%d files cannot be removed just now: %s", keys.size(), e.getMessage()))
                .onFailure(StorageException.class)
                .recoverWithNull();
    }

    private static Uni<Void> forget(List<String> keys) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from object_removals where object_key in (:keys)")
                        .setParameter("keys", keys)
                        .executeUpdate())
                .replaceWithVoid());
    }
}
