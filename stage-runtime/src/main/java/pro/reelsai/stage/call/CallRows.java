package pro.reelsai.stage.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.stage.DatabaseAwayException;
import pro.reelsai.stage.StageConfig;

/** The table of calls. The table is the gateway's; the clock is the database's. */
@ApplicationScoped
class CallRows {
    /** What {@link #query} makes calls of. */
    static final String COLUMNS = """
            c.id, c.request::text as request, c.fingerprint, c.provider, c.model, c.outcome, c.external_id, c.tries,
            c.created_at, c.failure_code, c.error,
            coalesce(extract(epoch from now() - c.started_at), 0)::float8 as since_start
            """;

    private final Pool pool;
    private final ObjectMapper json;
    private final StageConfig config;

    CallRows(Pool pool, ObjectMapper json, StageConfig config) {
        this.pool = pool;
        this.json = json;
        this.config = config;
    }

    List<ProviderCall> query(String sql, Tuple parameters) {
        return StreamSupport.stream(execute(sql, parameters).spliterator(), false)
                .map(this::call)
                .toList();
    }

    Optional<ProviderCall> first(String sql, Tuple parameters) {
        return query(sql, parameters).stream().findFirst();
    }

    /** Changes rows, and says whether there were any. */
    boolean update(String sql, Tuple parameters) {
        return execute(sql, parameters).rowCount() > 0;
    }

    /** Does all of the work or nothing of it. */
    <T> T inTransaction(Function<SqlConnection, Uni<T>> work) {
        try {
            return pool.withTransaction(work).await().atMost(config.ioTimeout());
        } catch (RuntimeException e) {
            throw new DatabaseAwayException(e);
        }
    }

    String write(StageRequested request) {
        try {
            return json.writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Request " + request.id() + " cannot be written as JSON", e);
        }
    }

    private RowSet<Row> execute(String sql, Tuple parameters) {
        try {
            return pool.preparedQuery(sql).execute(parameters).await().atMost(config.ioTimeout());
        } catch (RuntimeException e) {
            throw new DatabaseAwayException(e);
        }
    }

    private ProviderCall call(Row row) {
        String failure = row.getString("failure_code");
        return new ProviderCall(
                row.getUUID("id"),
                request(row.getString("request")),
                new Fingerprint(row.getString("fingerprint")),
                row.getString("provider"),
                row.getString("model"),
                CallOutcome.valueOf(row.getString("outcome")),
                row.getString("external_id"),
                row.getInteger("tries"),
                Duration.ofMillis((long) (row.getDouble("since_start") * 1000)),
                row.getOffsetDateTime("created_at").toInstant(),
                failureCode(failure),
                row.getString("error"));
    }

    private static @Nullable FailureCode failureCode(@Nullable String name) {
        return name == null ? null : FailureCode.valueOf(name);
    }

    private StageRequested request(String text) {
        try {
            return json.readValue(text, StageRequested.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The request of a provider call cannot be read", e);
        }
    }
}
