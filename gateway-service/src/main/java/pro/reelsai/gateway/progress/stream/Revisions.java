package pro.reelsai.gateway.progress.stream;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Reads how often projects have changed; the database counts. */
@ApplicationScoped
public class Revisions {
    private static final String READ = "select project_id, revision from project_revisions where project_id = any($1)";

    private final Pool pool;

    public Revisions(Pool pool) {
        this.pool = pool;
    }

    /** The revisions of the projects that have ever changed. */
    Uni<Map<UUID, Long>> of(Collection<UUID> projects) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(projects.toArray(UUID[]::new)))
                .map(Revisions::read);
    }

    private static Map<UUID, Long> read(RowSet<Row> rows) {
        Map<UUID, Long> revisions = new HashMap<>();
        rows.forEach(row -> revisions.put(row.getUUID("project_id"), row.getLong("revision")));
        return revisions;
    }
}
