package pro.reelsai.gateway.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears of new rows through PostgreSQL's {@code LISTEN}, on a connection of its own, since a pooled one is handed round.
 * Only ever a saving of time: whoever listens polls as well.
 */
@ApplicationScoped
public class OutboxWakeUps {
    private static final Logger LOG = Logger.getLogger(OutboxWakeUps.class);
    /** The channel that the trigger of the {@code outbox} table notifies. */
    private static final String CHANNEL = "outbox";

    private final BroadcastProcessor<Long> wakes = BroadcastProcessor.create();
    private final Vertx vertx;
    private final OutboxConfig config;
    private final PgConnectOptions database;
    private @Nullable PgSubscriber subscriber;

    public OutboxWakeUps(
            Vertx vertx,
            OutboxConfig config,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.vertx = vertx;
        this.config = config;
        this.database = PgConnectOptions.fromUri(url).setUser(user).setPassword(password);
    }

    /** One item per notification, from now on. */
    Multi<Long> listen() {
        PgSubscriber pg = PgSubscriber.subscriber(vertx, database)
                .reconnectPolicy(retries -> config.reconnect().toMillis());
        subscriber = pg;
        pg.channel(CHANNEL).handler(payload -> wakes.onNext(0L));
        pg.connect().onFailure(e -> LOG.warnf("Nobody wakes the outbox relay, it only polls: %s", e.getMessage()));
        return wakes;
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (subscriber != null) {
            subscriber.close();
        }
    }
}
