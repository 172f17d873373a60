package pro.reelsai.gateway.platform.notice;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgChannel;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears PostgreSQL's {@code NOTIFY} for the whole process, on one connection of its own, since a pooled one is handed
 * round. Only ever a saving of time: a notice can be lost, so whoever listens looks for itself as well, if more slowly.
 */
@ApplicationScoped
public class DatabaseNotices {
    /** What listeners are told when listening has begun, or begun again: anything may have happened before. */
    public static final String LOOK = "";

    private static final Logger LOG = Logger.getLogger(DatabaseNotices.class);

    private final Map<String, CopyOnWriteArrayList<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private final Vertx vertx;
    private final NoticeConfig config;
    private final PgConnectOptions database;
    private @Nullable PgSubscriber subscriber;
    private boolean stopped;

    public DatabaseNotices(
            Vertx vertx,
            NoticeConfig config,
            @ConfigProperty(name = "reels.database.direct.url") String url,
            @ConfigProperty(name = "reels.database.direct.username") String user,
            @ConfigProperty(name = "reels.database.direct.password") String password) {
        this.vertx = vertx;
        this.config = config;
        this.database = PgConnectOptions.fromUri(url).setUser(user).setPassword(password);
    }

    /**
     * Listens from now on.
     *
     * @param channel what the database notifies
     * @param listener gets each notice's payload, or {@link #LOOK}, on an event loop, which it must not hold up
     */
    public synchronized void on(String channel, Consumer<String> listener) {
        if (subscriber == null) {
            connect();
        }
        boolean first = !listeners.containsKey(channel);
        listeners.computeIfAbsent(channel, name -> new CopyOnWriteArrayList<>()).add(listener);
        if (first && subscriber != null) {
            subscribe(subscriber, channel);
        }
    }

    private synchronized void connect() {
        if (stopped) {
            return;
        }
        PgSubscriber pg = PgSubscriber.subscriber(vertx, database)
                .reconnectPolicy(retries -> config.reconnect().toMillis());
        subscriber = pg;
        listeners.keySet().forEach(channel -> subscribe(pg, channel));
        // Of a lost connection the subscriber itself makes a new one, of a first that fails it does not.
        pg.connect().onFailure(e -> {
            LOG.warnf("The database gives no notice of changes, they are looked for: %s", e.getMessage());
            vertx.setTimer(config.reconnect().toMillis(), timer -> connect());
        });
    }

    private void subscribe(PgSubscriber pg, String channel) {
        PgChannel notices = pg.channel(channel);
        notices.subscribeHandler(nothing -> tell(channel, LOOK));
        notices.handler(payload -> tell(channel, payload));
    }

    private void tell(String channel, String payload) {
        listeners.getOrDefault(channel, new CopyOnWriteArrayList<>()).forEach(listener -> listener.accept(payload));
    }

    synchronized void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
        if (subscriber != null) {
            subscriber.close();
        }
    }
}
