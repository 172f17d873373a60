package pro.reelsai.gateway.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of {@code notifications}, one at a time. Times are the database's, which all gateways share. */
@ApplicationScoped
public class NotificationRows {
    private static final String TAKE = """
            with mine as (
                update notifications set tries = tries + 1, due_at = now() + make_interval(secs => $2)
                where id = (
                    select id from notifications
                    where channel = $1 and sent_at is null and given_up_at is null and due_at <= now()
                    order by id limit 1 for update skip locked)
                returning id, run_id, kind, tries, recipient)
            select mine.*, runs.project_id, runs.failure_message, products.name
            from mine
            join runs on runs.id = mine.run_id
            join projects on projects.id = runs.project_id
            join products on products.id = projects.product_id
            """;
    private static final String SENT = "update notifications set sent_at = now(), last_error = null where id = $1";
    private static final String LATER =
            "update notifications set due_at = now() + make_interval(secs => $2), last_error = $3 where id = $1";
    private static final String NEVER = "update notifications set given_up_at = now(), last_error = $2 where id = $1";

    private final Pool pool;
    private final NotificationConfig config;

    public NotificationRows(Pool pool, NotificationConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** The next message of a channel, which is this gateway's alone until the lease is over; null where there is none. */
    Uni<@Nullable Message> take(String channel) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(channel, seconds(config.lease())))
                .map(rows -> rows.size() == 0 ? null : read(rows.iterator().next()));
    }

    private Message read(Row row) {
        return new Message(
                row.getLong("id"),
                row.getUUID("run_id"),
                Kind.valueOf(row.getString("kind")),
                row.getInteger("tries"),
                row.getString("recipient"),
                row.getString("name"),
                row.getString("failure_message"),
                link(row.getUUID("project_id")));
    }

    private String link(UUID project) {
        String url = config.redirectUrl();
        return url.contains("{project_id}")
                ? url.replace("{project_id}", project.toString())
                : url + (url.contains("?") ? "&" : "?") + "project_id=" + project;
    }

    Uni<RowSet<Row>> sent(Message message) {
        return pool.preparedQuery(SENT).execute(Tuple.of(message.id()));
    }

    Uni<RowSet<Row>> later(Message message, Duration wait, String reason) {
        return pool.preparedQuery(LATER).execute(Tuple.of(message.id(), seconds(wait), reason));
    }

    Uni<RowSet<Row>> never(Message message, String reason) {
        return pool.preparedQuery(NEVER).execute(Tuple.of(message.id(), reason));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
