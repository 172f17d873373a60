package pro.reelsai.gateway.retention;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import pro.reelsai.gateway.platform.Now;
import pro.reelsai.model.ObjectKeys;
import pro.reelsai.runtime.storage.ListedObject;

/** Removes shadow replays whose time is over: their files first, then their rows, so that no file is left without a row. */
@ApplicationScoped
public class ShadowSweep {
    private static final Logger LOG = Logger.getLogger(ShadowSweep.class);

    private static final String DUE = """
            select id from runs where kind = 'SHADOW' and finished_at < $1 order by finished_at limit $2
            """;
    private static final String FORGET = "delete from runs where id = $1 and kind = 'SHADOW'";

    private final Pool pool;
    private final Folders folders;
    private final RetentionConfig config;

    public ShadowSweep(Pool pool, Folders folders, RetentionConfig config) {
        this.pool = pool;
        this.folders = folders;
        this.config = config;
    }

    @Scheduled(every = "${reels.retention.check:10m}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return due(Now.instant())
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(this::remove)
                .collect()
                .asList()
                .onFailure()
                .invoke(e -> LOG.warnf("Shadow replays cannot be swept just now: %s", e.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<List<UUID>> due(Instant now) {
        return pool.preparedQuery(DUE)
                .execute(Tuple.of(now.minus(config.shadows()).atOffset(ZoneOffset.UTC), config.batch()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map((Row row) -> row.getUUID("id"))
                        .toList());
    }

    private Uni<Void> remove(UUID run) {
        return folders.files(ObjectKeys.replayFolder(run))
                .chain(files ->
                        folders.delete(files.stream().map(ListedObject::key).toList()))
                .chain(() -> pool.preparedQuery(FORGET).execute(Tuple.of(run)))
                .replaceWithVoid();
    }
}
