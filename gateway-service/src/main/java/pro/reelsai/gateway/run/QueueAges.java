package pro.reelsai.gateway.run;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pro.reelsai.model.Stage;

/** Reads for how long the oldest request of each stage has waited, whatever number of requests waits. */
@ApplicationScoped
public class QueueAges {
    private static final String STAGES =
            Stream.of(Stage.values()).map("('%s')"::formatted).collect(Collectors.joining(", "));

    private static final String READ = """
            select asked.stage, extract(epoch from now() - oldest.requested_at)::float8 as seconds
              from (values %s) asked (stage),
                   lateral (select requested_at from stage_executions s
                             where s.stage = asked.stage and s.state = 'PENDING' and s.requested_at is not null
                               and (select r.attempt = s.attempt and r.state in ('RESERVED', 'RUNNING')
                                      from runs r where r.id = s.run_id)
                             order by s.requested_at limit 1) oldest
            """.formatted(STAGES);

    private final Pool pool;

    public QueueAges(Pool pool) {
        this.pool = pool;
    }

    /** As they are now; a stage for which nothing waits is not in it. */
    public Uni<Map<Stage, Duration>> read() {
        // Not prepared: a plan from when there was nothing reads whole tables for as long as it is kept. And the run is
        // asked for row by row: as a join, a plan may begin with all runs that there are.
        return pool.query(READ).execute().map(rows -> {
            Map<Stage, Duration> ages = new EnumMap<>(Stage.class);
            rows.forEach(row -> ages.put(
                    Stage.valueOf(row.getString("stage")),
                    Duration.ofMillis(Math.round(row.getDouble("seconds") * 1000))));
            return ages;
        });
    }
}
