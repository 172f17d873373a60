package pro.reelsai.gateway.platform.storage;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import pro.reelsai.gateway.platform.Now;
import pro.reelsai.model.ObjectKey;

/**
 * The list of files that are to be removed from the bucket. Bucket and database know no common transaction, so a key
 * comes onto the list before its file is uploaded and leaves it in the transaction that writes the row for it; and a key
 * comes onto the list in the transaction that deletes its row. Whatever dies in between, no file is left that nothing
 * refers to, and no row whose file is gone. {@link BucketCleaning} works the list off.
 *
 * <p>Every method belongs into a transaction of the caller.
 */
@ApplicationScoped
public class Removals {
    private final CleaningConfig config;

    public Removals(CleaningConfig config) {
        this.config = config;
    }

    /**
     * Announces an upload: the file is removed again unless {@link #withdraw} takes it off the list in time.
     *
     * @return false if a former file of this key is being removed at this moment, so that the upload has to wait
     */
    public Uni<Boolean> announce(ObjectKey key) {
        return add(key, Now.instant().plus(config.giveUp()));
    }

    /** Has files removed as soon as the transaction has committed. */
    public Uni<Void> now(List<ObjectKey> keys) {
        return at(keys, Now.instant());
    }

    /** Has files removed at a time to come. */
    public Uni<Void> at(List<ObjectKey> keys, Instant due) {
        return Multi.createFrom()
                .iterable(keys)
                .onItem()
                .transformToUniAndConcatenate(key -> add(key, due))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /**
     * Takes a file off the list.
     *
     * @return false if it is not on the list, or being removed already
     */
    public Uni<Boolean> withdraw(ObjectKey key) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from object_removals where object_key = :key and claimed_at is null")
                        .setParameter("key", key.value())
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    private static Uni<Boolean> add(ObjectKey key, Instant due) {
        return Panache.getSession().chain(session -> insert(session, key, due)).map(rows -> rows == 1);
    }

    private static Uni<Integer> insert(Mutiny.Session session, ObjectKey key, Instant due) {
        return session.createNativeQuery("""
                        insert into object_removals (object_key, due_at, attempts, created_at)
                        values (:key, :due, 0, :now)
                        on conflict (object_key) do update set due_at = excluded.due_at
                        where object_removals.claimed_at is null""")
                .setParameter("key", key.value())
                .setParameter("due", due)
                .setParameter("now", Now.instant())
                .executeUpdate();
    }
}
