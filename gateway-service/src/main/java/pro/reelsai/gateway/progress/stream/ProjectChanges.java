package pro.reelsai.gateway.progress.stream;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.jboss.logging.Logger;
import pro.reelsai.gateway.platform.notice.DatabaseNotices;

/**
 * Tells whoever watches a project that it has changed, whichever gateway changed it: by the database's notices, and by
 * one look every few seconds at all watched projects together, so that a notice lost costs those seconds and no more.
 */
@ApplicationScoped
public class ProjectChanges {
    private static final Logger LOG = Logger.getLogger(ProjectChanges.class);
    /** The channel that the triggers of a project's tables notify, with the project and its revision. */
    private static final String CHANNEL = "project_changed";

    private final Map<UUID, Set<LongConsumer>> watchers = new ConcurrentHashMap<>();
    private final Vertx vertx;
    private final DatabaseNotices notices;
    private final Revisions revisions;
    private final StreamConfig config;
    private long timer;

    public ProjectChanges(Vertx vertx, DatabaseNotices notices, Revisions revisions, StreamConfig config) {
        this.vertx = vertx;
        this.notices = notices;
        this.revisions = revisions;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        notices.on(CHANNEL, this::hear);
        timer = vertx.setPeriodic(config.poll().toMillis(), tick -> look(watchers.keySet()));
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    /**
     * Watches a project until the answer is run.
     *
     * @param watcher gets the project's revision: soon, then whenever it has changed, and every now and then
     */
    Runnable watch(UUID project, LongConsumer watcher) {
        watchers.compute(project, (id, known) -> {
            Set<LongConsumer> all = known == null ? ConcurrentHashMap.newKeySet() : known;
            all.add(watcher);
            return all;
        });
        look(List.of(project));
        return () -> watchers.computeIfPresent(project, (id, known) -> {
            known.remove(watcher);
            return known.isEmpty() ? null : known;
        });
    }

    private void hear(String payload) {
        if (payload.equals(DatabaseNotices.LOOK)) {
            look(watchers.keySet());
            return;
        }
        int space = payload.indexOf(' ');
        tell(UUID.fromString(payload.substring(0, space)), Long.parseLong(payload.substring(space + 1)));
    }

    private void look(Collection<UUID> projects) {
        if (projects.isEmpty()) {
            return;
        }
        revisions
                .of(List.copyOf(projects))
                .subscribe()
                .with(
                        found -> found.forEach(this::tell),
                        e -> LOG.warnf("Changes of projects cannot be looked for just now: %s", e.getMessage()));
    }

    private void tell(UUID project, long revision) {
        watchers.getOrDefault(project, Set.of()).forEach(watcher -> watcher.accept(revision));
    }
}
