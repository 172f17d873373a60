package pro.reelsai.stage.internal;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import pro.reelsai.stage.StageConfig;

/**
 * Lets the service end in order: no new work, and time for the work that is under way. The connector's own graceful
 * shutdown waits five seconds and no longer, and knows nothing of a job, so it is switched off.
 */
@ApplicationScoped
public class DrainGuard {
    private final Intake intake;
    private final StageDesk desk;
    private final StageConfig config;

    public DrainGuard(Intake intake, StageDesk desk, StageConfig config) {
        this.intake = intake;
        this.desk = desk;
        this.config = config;
    }

    /** Runs before Kafka, the database and the rest are closed. */
    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        intake.close();
        desk.drain(config.drain());
    }
}
