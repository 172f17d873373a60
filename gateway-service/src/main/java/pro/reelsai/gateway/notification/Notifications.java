package pro.reelsai.gateway.notification;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Where messages wait to be sent. A message becomes true with the transaction that adds it, and is one of its kind. */
@ApplicationScoped
public class Notifications {
    private static final String ADD = """
            insert into notifications (run_id, kind, channel, recipient, due_at, created_at)
            select cast(:run as uuid), cast(:kind as text), 'SLACK', cast(null as text), now(), now() where cast(:slack as boolean)
            union all
            select cast(:run as uuid), cast(:kind as text), 'EMAIL', email, now(), now() from profiles
            where id = cast(:user as uuid) and email is not null and cast(:email as boolean)
            on conflict (run_id, kind, channel) do nothing
            """;

    private final boolean slack;
    private final boolean email;

    public Notifications(NotificationConfig config) {
        this.slack = config.slackWebhook().isPresent();
        this.email = config.smtpHost().isPresent();
    }

    /** Adds what a run's owner is to be told, in the caller's transaction; nothing where no channel is configured. */
    public Uni<Void> add(UUID run, UUID user, Kind kind) {
        if (!slack && !email) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter("run", run)
                        .setParameter("user", user)
                        .setParameter("kind", kind.name())
                        .setParameter("slack", slack)
                        .setParameter("email", email)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
