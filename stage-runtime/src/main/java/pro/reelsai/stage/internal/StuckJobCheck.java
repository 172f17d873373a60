package pro.reelsai.stage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import pro.reelsai.stage.StageConfig;

/**
 * Reports a job that was told to stop and does not: it holds the desk for ever, and only a restart helps. Its record is
 * not acknowledged and its lease not renewed, so the work is done again by whoever comes next.
 */
@Liveness
@ApplicationScoped
public class StuckJobCheck implements HealthCheck {
    private final StageDesk desk;
    private final StageConfig config;
    private final Clock clock = Clock.systemUTC();

    public StuckJobCheck(StageDesk desk, StageConfig config) {
        this.desk = desk;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder health =
                HealthCheckResponse.named("stage-job").up();
        Instant late = clock.instant().minus(config.stuckAfter());
        desk.running()
                .filter(guard -> guard.stoppedAt().filter(late::isAfter).isPresent())
                .ifPresent(guard ->
                        health.down().withData("run", guard.run().toString()).withData("thread", guard.thread()));
        return health.build();
    }
}
