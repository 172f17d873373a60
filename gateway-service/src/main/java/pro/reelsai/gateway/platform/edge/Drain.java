package pro.reelsai.gateway.platform.edge;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Ends in order: first readiness goes down, then the balancer gets time to notice, then the requests under way get time
 * to end. Streams of events are not waited for; their clients resume at another replica.
 *
 * <p>{@code quarkus.shutdown.timeout} would do the last step, but of Quarkus 3.30 it always waits its whole time: a
 * listener of its Jackson extension never reports that it is done.
 */
@ApplicationScoped
public class Drain {
    private static final Logger LOG = Logger.getLogger(Drain.class);

    private final EdgeConfig.Shutdown config;
    private final Object monitor = new Object();
    private int open;
    private volatile boolean draining;

    public Drain(EdgeConfig config) {
        this.config = config.shutdown();
    }

    void handle(RoutingContext context) {
        if (draining) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        if (!isStream(context)) {
            count(1);
            context.addEndHandler(ended -> count(-1));
        }
        context.next();
    }

    private static boolean isStream(RoutingContext context) {
        @Nullable String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.startsWith("text/event-stream");
    }

    private void count(int difference) {
        synchronized (monitor) {
            open += difference;
            monitor.notifyAll();
        }
    }

    /** Quarkus closes the server once this returns. */
    void drain(@Observes ShutdownDelayInitiatedEvent told) {
        draining = true;
        try {
            synchronized (monitor) {
                await(config.delay(), false);
                await(config.drain(), true);
                if (open > 0) {
                    LOG.warnf("%d requests are cut off: they did not end within %s", open, config.drain());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(Duration longest, boolean onlyWhileOpen) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        long left = longest.toMillis();
        while (left > 0 && !(onlyWhileOpen && open == 0)) {
            monitor.wait(left);
            left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        }
    }

    /** Whether the gateway has been told to stop. */
    boolean isUnderWay() {
        return draining;
    }

    /** What a balancer asks. */
    @Readiness
    @ApplicationScoped
    static class Check implements AsyncHealthCheck {
        private final Drain drain;

        Check(Drain drain) {
            this.drain = drain;
        }

        @Override
        public Uni<HealthCheckResponse> call() {
            return Uni.createFrom()
                    .item(HealthCheckResponse.named("Takes requests")
                            .status(!drain.isUnderWay())
                            .build());
        }
    }
}
