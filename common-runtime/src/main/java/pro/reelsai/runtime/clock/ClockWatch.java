package pro.reelsai.runtime.clock;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Ends the process, in order, when the machine's clock is set back by more than what keeping time does.
 *
 * <p>Kafka's clients count what they wait for on the wall clock ({@code org.apache.kafka.common.utils.Time.milliseconds}).
 * When that is set back by twenty minutes, a wait that was to end in a second ends in twenty minutes; a consumer that just
 * then has to join its group again stays out of it for as long, and polls as if nothing was wrong. A new process has no
 * such waits. Kubernetes, Compose and {@code ./reels up} start one.
 */
@ApplicationScoped
public class ClockWatch {
    private static final Logger LOG = Logger.getLogger(ClockWatch.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** Longer than any correction of a clock that is kept, shorter than a group waits for its members. */
    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    /** {@code EX_TEMPFAIL} of {@code sysexits.h}: try again. */
    private static final int TRY_AGAIN = 75;

    private final Vertx vertx;

    ClockWatch(Vertx vertx) {
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        ClockJump jump = new ClockJump(System::currentTimeMillis, System::nanoTime);
        vertx.setPeriodic(LOOK.toMillis(), timer -> {
            Duration back = jump.setBack();
            if (back.compareTo(TOLERANCE) > 0) {
                vertx.cancelTimer(timer);
                LOG.errorf(
                        "REELS-0170 The clock was set back by %d s. Kafka's clients would stand still for as long; this process ends, to be started anew",
                        back.toSeconds());
                Quarkus.asyncExit(TRY_AGAIN);
            }
        });
    }
}
