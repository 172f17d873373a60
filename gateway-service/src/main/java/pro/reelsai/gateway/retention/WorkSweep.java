package pro.reelsai.gateway.retention;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import pro.reelsai.gateway.platform.Now;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.ObjectKeys;
import pro.reelsai.runtime.storage.ListedObject;

/**
 * Removes working files that no run has had a use for since their retention. An output is a folder; it goes in two steps,
 * a look apart: first its manifest, so that no run takes it for made any more, then, if no run has made it anew or used it
 * meanwhile, its files. A project with an open run is left alone: that run may be about to reuse anything.
 */
@ApplicationScoped
public class WorkSweep {
    private static final Logger LOG = Logger.getLogger(WorkSweep.class);

    /** Projects of which a run has come to the end of its retention since they were last swept. */
    private static final String DUE = """
            select p.id from projects p
            left join work_sweeps w on w.project_id = p.id
            where exists (
                select 1 from runs r
                where r.project_id = p.id and r.kind <> 'SHADOW' and r.finished_at < $1
                  and (w.swept_at is null or r.finished_at >= w.swept_at - $2 * interval '1 second'))
              and not exists (
                select 1 from runs r where r.project_id = p.id and r.state in ('RESERVED', 'RUNNING', 'WAITING'))
            limit $3
            """;

    /**
     * The outputs that runs within their retention have made or taken, in all shapes, as {@code stage/fingerprint}; and the
     * finished ad, where storage would not copy it to its lasting name.
     */
    private static final String IN_USE = """
            select distinct lower(output.key) || '/' || (made.value ->> 'fingerprint') as folder
            from (
                select context from runs
                where project_id = $1 and (finished_at is null or finished_at >= $2)
                union all
                select s.context from stage_executions s join runs r on r.id = s.run_id
                where r.project_id = $1 and (r.finished_at is null or r.finished_at >= $2)) known
            cross join lateral jsonb_each(coalesce(known.context -> 'outputs', '{}')) output
            cross join lateral (
                select output.value union all select jsonb_path_query(output.value, '$.renditions[*]')) made(value)
            union
            select substring(final_video_key from '/work/(.*)/[^/]*$') from projects where id = $1
            """;

    private static final String OPEN = """
            select 1 from runs where project_id = $1 and state in ('RESERVED', 'RUNNING', 'WAITING') limit 1
            """;

    private static final String SWEPT = """
            insert into work_sweeps (project_id, swept_at) select id, $2 from projects where id = $1
            on conflict (project_id) do update set swept_at = excluded.swept_at
            """;

    private final Pool pool;
    private final Folders folders;
    private final RetentionConfig config;

    public WorkSweep(Pool pool, Folders folders, RetentionConfig config) {
        this.pool = pool;
        this.folders = folders;
        this.config = config;
    }

    @Scheduled(every = "${reels.retention.check:10m}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        Instant now = Now.instant();
        return due(now).onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(project -> sweep(project, now))
                .collect()
                .asList()
                .onFailure()
                .invoke(e -> LOG.warnf("Working files cannot be swept just now: %s", e.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /** The projects that may have something to sweep. */
    Uni<List<UUID>> due(Instant now) {
        return pool.preparedQuery(DUE)
                .execute(Tuple.of(
                        utc(now.minus(config.working())),
                        (double) config.working().toSeconds(),
                        config.batch()))
                .map(rows -> column(rows, row -> row.getUUID("id")));
    }

    /** Does one step on a project. */
    Uni<Void> sweep(UUID project, Instant now) {
        Instant before = now.minus(config.working());
        return inUse(project, before).chain(used -> folders.files(ObjectKeys.workFolder(project))
                .map(files -> old(project, files, used, before))
                .chain(old -> old.isEmpty() ? markSwept(project, now) : removeStep(project, old)));
    }

    private Uni<Set<String>> inUse(UUID project, Instant before) {
        return pool.preparedQuery(IN_USE)
                .execute(Tuple.of(project, utc(before)))
                .map(rows -> new HashSet<>(column(rows, row -> row.getString("folder"))));
    }

    /** The outputs that nobody has a use for, each with its files. */
    private static List<List<ListedObject>> old(
            UUID project, List<ListedObject> files, Set<String> used, Instant before) {
        int prefix = ObjectKeys.workFolder(project).value().length() + 1;
        Map<String, List<ListedObject>> outputs = files.stream().collect(Collectors.groupingBy(file -> {
            String path = file.key().value().substring(prefix);
            return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : path;
        }));
        return outputs.entrySet().stream()
                .filter(output -> !used.contains(output.getKey()))
                .map(Map.Entry::getValue)
                .filter(output -> output.stream().allMatch(file -> file.changedBefore(before)))
                .toList();
    }

    private Uni<Void> removeStep(UUID project, List<List<ListedObject>> outputs) {
        List<ObjectKey> keys = new ArrayList<>();
        for (List<ListedObject> output : outputs) {
            List<ObjectKey> all = output.stream().map(ListedObject::key).toList();
            List<ObjectKey> manifest = all.stream()
                    .filter(key -> key.fileName().equals(ObjectKeys.MANIFEST))
                    .toList();
            keys.addAll(manifest.isEmpty() ? all : manifest);
        }
        return isIdle(project).chain(idle -> {
            if (!idle) {
                return Uni.createFrom().voidItem();
            }
            LOG.infof("%d working files of project %s are removed", keys.size(), project);
            return folders.delete(keys);
        });
    }

    private Uni<Boolean> isIdle(UUID project) {
        return pool.preparedQuery(OPEN).execute(Tuple.of(project)).map(rows -> rows.size() == 0);
    }

    private Uni<Void> markSwept(UUID project, Instant now) {
        return pool.preparedQuery(SWEPT).execute(Tuple.of(project, utc(now))).replaceWithVoid();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static <T> List<T> column(RowSet<Row> rows, Function<Row, T> value) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(value)
                .filter(Objects::nonNull)
                .toList();
    }
}
