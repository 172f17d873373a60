package pro.reelsai.stage.internal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Stage;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.stage.StageConfig;

/** What a stage measures of itself, at {@code /q/metrics}. */
@ApplicationScoped
public class StageMetrics {
    /** From a script of a template to an hour of waiting for a provider. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(20),
        Duration.ofSeconds(40),
        Duration.ofMinutes(1),
        Duration.ofMinutes(2),
        Duration.ofMinutes(5),
        Duration.ofMinutes(10),
        Duration.ofHours(1)
    };

    private final MeterRegistry registry;
    private final Stage stage;

    public StageMetrics(MeterRegistry registry, StageConfig config) {
        this.registry = registry;
        this.stage = config.name();
    }

    /** How a request has ended, for now or for good. */
    enum Ending {
        /** It has its outcome, or waits for a provider. */
        DONE,
        /** It failed for good. */
        FAILED,
        /** It is tried again later. */
        RETRIED,
        /** Nobody wants it any more. */
        NOT_WANTED,
        /** Another makes the same. */
        BUSY
    }

    /** A request was taken up for the first time: it has waited since it was made. */
    void begun(StageRequested request, Instant now) {
        timer("reels.stage.wait", "How long a request waited before a stage took it up")
                .register(registry)
                .record(atLeastNothing(Duration.between(request.requestedAt(), now)));
    }

    /** A request was worked on. */
    void ended(Ending ending, Duration took) {
        timer("reels.stage.duration", "How long a stage worked on a request")
                .tag("outcome", ending.name().toLowerCase(Locale.ROOT))
                .register(registry)
                .record(took);
    }

    /** A record was put among the dead letters. */
    void died(FailureCode code) {
        registry.counter("reels.stage.dead.letters", "stage", stage.wireName(), "code", code.name())
                .increment();
    }

    private Timer.Builder timer(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .tag("stage", stage.wireName())
                .serviceLevelObjectives(BUCKETS);
    }

    /** Clocks of two machines differ. */
    private static Duration atLeastNothing(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
