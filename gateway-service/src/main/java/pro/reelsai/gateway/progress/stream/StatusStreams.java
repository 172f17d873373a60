package pro.reelsai.gateway.progress.stream;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.gateway.progress.StatusViews;

/** The streams that are open at this gateway. */
@ApplicationScoped
public class StatusStreams {
    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    /** Behind the observers that say nothing of their place. */
    private static final int LAST = 10_000;

    private final Set<StatusStream> open = ConcurrentHashMap.newKeySet();
    private final StatusStream.Sources sources;
    private final StreamConfig config;
    private final Vertx vertx;

    public StatusStreams(
            ProjectChanges changes, Snapshots snapshots, StatusViews views, StreamConfig config, Vertx vertx) {
        this.sources = new StatusStream.Sources(changes, snapshots, views);
        this.config = config;
        this.vertx = vertx;
    }

    /**
     * Opens a stream.
     *
     * @param seen the last revision that the client has got; -1 for none
     * @return the stream; a problem 404 for a project that is not the user's, 429 where the user has too many streams open
     */
    Uni<StatusStream> open(UUID user, UUID project, long seen) {
        return sources.snapshots().of(user, project).map(first -> {
            if (open.stream().filter(stream -> stream.user().equals(user)).count() >= config.perUser()) {
                throw ApiProblem.tooManyRequests(
                        "You follow " + config.perUser() + " ads at once already; close one of the streams", A_MOMENT);
            }
            return new StatusStream(user, project, first, seen, sources, vertx);
        });
    }

    /** The events of an opened stream, which ends with the caller's token. */
    Multi<StatusEvent> events(StatusStream stream, Instant expiry) {
        open.add(stream);
        return stream.events(config.heartbeat(), Duration.between(Instant.now(), expiry))
                .onTermination()
                .invoke(() -> open.remove(stream));
    }

    /** After the requests have had their time; clients come back to another gateway, with what they have seen. */
    void drain(@Observes @Priority(LAST) ShutdownDelayInitiatedEvent told) {
        open.forEach(StatusStream::close);
    }

    void stop(@Observes ShutdownEvent stopping) {
        open.forEach(StatusStream::close);
    }
}
