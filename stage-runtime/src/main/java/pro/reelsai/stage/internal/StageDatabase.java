package pro.reelsai.stage.internal;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.RunState;
import pro.reelsai.model.Stage;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.stage.DatabaseAwayException;
import pro.reelsai.stage.StageConfig;

/**
 * The little that a stage asks of the database: is the run still wanted, and who may do the work. The tables are the
 * gateway's. A statement that fails ends in a {@link DatabaseAwayException}. Time is the database's clock alone, so pods need not agree on theirs.
 */
@ApplicationScoped
public class StageDatabase {
    private static final String RUN = "SELECT state, attempt FROM runs WHERE id = $1";

    private static final String ACQUIRE = """
            INSERT INTO stage_lease (project_id, stage, fingerprint, epoch, owner, lease_until)
            VALUES ($1, $2, $3, 1, $4, now() + $5 * interval '1 millisecond')
            ON CONFLICT (project_id, stage, fingerprint) DO UPDATE
               SET epoch = stage_lease.epoch + 1, owner = EXCLUDED.owner, lease_until = EXCLUDED.lease_until
             WHERE stage_lease.lease_until < now()
            RETURNING epoch
            """;

    private static final String RENEW = """
            UPDATE stage_lease SET lease_until = now() + $6 * interval '1 millisecond'
             WHERE project_id = $1 AND stage = $2 AND fingerprint = $3 AND owner = $4 AND epoch = $5
            RETURNING epoch
            """;

    /** Whether the run is wanted, and whether the lease is held for some while yet: without a write. */
    private static final String LOOK = """
            SELECT state, attempt, EXISTS (
                SELECT 1 FROM stage_lease
                 WHERE project_id = $1 AND stage = $2 AND fingerprint = $3 AND owner = $4 AND epoch = $5
                   AND lease_until > now() + $6 * interval '0.5 millisecond') AS held
              FROM runs WHERE id = $7
            """;

    private static final String RELEASE = """
            UPDATE stage_lease SET lease_until = now()
             WHERE project_id = $1 AND stage = $2 AND fingerprint = $3 AND owner = $4 AND epoch = $5
            """;

    private final Pool pool;
    private final StageConfig config;

    public StageDatabase(Pool pool, StageConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** Whether the run still waits for this attempt; false once it has ended, or gone on to a later attempt. */
    boolean isWanted(StageRequested request) {
        RowIterator<Row> rows = query(RUN, Tuple.of(request.runId())).iterator();
        return rows.hasNext() && isWanted(request, rows.next());
    }

    private static boolean isWanted(StageRequested request, Row run) {
        return !RunState.valueOf(run.getString("state")).isTerminal() && run.getInteger("attempt") == request.attempt();
    }

    /** What a job has to know before it goes on. */
    enum Standing {
        /** The run waits for it, and the lease holds for half of its time at least. */
        OURS,
        /** The run waits for it; whether the lease is still ours, {@link #renew} finds out. */
        UNSURE,
        /** The run has ended, or gone on to a later attempt. */
        NOT_WANTED
    }

    /** How it stands with a job; one look that writes nothing. */
    Standing standing(StageRequested request, Lease lease) {
        RowIterator<Row> rows = query(
                        LOOK, tuple(lease).addDouble(leaseMillis()).addUUID(request.runId()))
                .iterator();
        if (!rows.hasNext()) {
            return Standing.NOT_WANTED;
        }
        Row run = rows.next();
        if (!isWanted(request, run)) {
            return Standing.NOT_WANTED;
        }
        return run.getBoolean("held") ? Standing.OURS : Standing.UNSURE;
    }

    /** Takes the right to make an output, or takes it over from a job that has stopped renewing it; empty while held. */
    Optional<Lease> acquire(UUID projectId, Stage stage, Fingerprint fingerprint) {
        String owner = UUID.randomUUID().toString();
        RowIterator<Row> rows = query(
                        ACQUIRE, Tuple.of(projectId, stage.wireName(), fingerprint.value(), owner, leaseMillis()))
                .iterator();
        return rows.hasNext()
                ? Optional.of(new Lease(
                        projectId, stage, fingerprint, owner, rows.next().getLong("epoch")))
                : Optional.empty();
    }

    /** Keeps a lease for another while; false if another job has taken it over. */
    boolean renew(Lease lease) {
        return query(RENEW, tuple(lease).addDouble(leaseMillis())).size() > 0;
    }

    /** Gives a lease back. */
    void release(Lease lease) {
        query(RELEASE, tuple(lease));
    }

    private static Tuple tuple(Lease lease) {
        return Tuple.of(
                lease.projectId(), lease.stage().wireName(), lease.fingerprint().value(), lease.owner(), lease.epoch());
    }

    private double leaseMillis() {
        return config.leaseTime().toMillis();
    }

    private RowSet<Row> query(String sql, Tuple parameters) {
        try {
            return pool.preparedQuery(sql).execute(parameters).await().atMost(config.ioTimeout());
        } catch (RuntimeException e) {
            throw new DatabaseAwayException(e);
        }
    }
}
