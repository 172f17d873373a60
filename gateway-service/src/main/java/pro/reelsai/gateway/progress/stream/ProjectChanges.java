package pro.reelsai.gateway.progress.stream;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import org.jboss.logging.Logger;

/**
 * Tells whoever watches a project that it has changed, whichever gateway changed it: by one look at the revisions of all
 * watched projects together, several times a second. (PostgreSQL's {@code NOTIFY} would tell at once, but makes the
 * transactions of all gateways commit one after the other.)
 */
@ApplicationScoped
public class ProjectChanges {
    private static final Logger LOG = Logger.getLogger(ProjectChanges.class);

    /** How long one look may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<UUID, Set<LongConsumer>> watchers = new ConcurrentHashMap<>();
    private final Vertx vertx;
    private final Revisions revisions;
    private final StreamConfig config;
    /** What the watchers of a project were told last. */
    private final Map<UUID, Long> told = new ConcurrentHashMap<>();

    private final AtomicBoolean looking = new AtomicBoolean();
    private final List<Long> timers = new ArrayList<>();

    public ProjectChanges(Vertx vertx, Revisions revisions, StreamConfig config) {
        this.vertx = vertx;
        this.revisions = revisions;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        timers.add(vertx.setPeriodic(config.poll().toMillis(), tick -> look()));
        timers.add(vertx.setPeriodic(config.queue().toMillis(), tick -> told.clear()));
    }

    void stop(@Observes ShutdownEvent stopping) {
        timers.forEach(vertx::cancelTimer);
    }

    /**
     * Watches a project until the answer is run.
     *
     * @param watcher gets the project's revision when it has changed, and every now and then
     */
    Runnable watch(UUID project, LongConsumer watcher) {
        watchers.compute(project, (id, known) -> {
            Set<LongConsumer> all = known == null ? ConcurrentHashMap.newKeySet() : known;
            all.add(watcher);
            return all;
        });
        // Whoever comes while others watch has not been told.
        told.remove(project);
        return () -> watchers.computeIfPresent(project, (id, known) -> {
            known.remove(watcher);
            return known.isEmpty() ? null : known;
        });
    }

    private void look() {
        // A database that is slow is not asked again before it has answered.
        if (watchers.isEmpty() || !looking.compareAndSet(false, true)) {
            return;
        }
        revisions
                .of(List.copyOf(watchers.keySet()))
                // A pool whose connections are cut may never answer; the next look is on a fresh one.
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onTermination()
                .invoke(() -> looking.set(false))
                .subscribe()
                .with(
                        this::tell,
                        e -> LOG.warnf("Changes of projects cannot be looked for just now: %s", e.getMessage()));
    }

    private void tell(Map<UUID, Long> found) {
        found.forEach((project, revision) -> {
            if (!revision.equals(told.put(project, revision))) {
                watchers.getOrDefault(project, Set.of()).forEach(watcher -> watcher.accept(revision));
            }
        });
    }
}
