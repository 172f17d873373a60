package pro.reelsai.stage.provider;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import pro.reelsai.stage.provider.ProviderException.Reason;

/** How long providers take for a request, by what comes of it. */
@ApplicationScoped
public class ProviderTimes {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(3)
    };

    private final MeterRegistry metrics;

    ProviderTimes(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** A request begins. */
    Timer.Sample start() {
        return Timer.start(metrics);
    }

    /** It has been answered. */
    void answered(Timer.Sample request, String provider) {
        request.stop(timer(provider, "answered"));
    }

    /** It has not been answered, or not as it should have been. */
    void failed(Timer.Sample request, String provider, Reason why) {
        request.stop(timer(provider, why.name().toLowerCase(Locale.ROOT)));
    }

    private Timer timer(String provider, String outcome) {
        return Timer.builder("reels.provider.request")
                .description("How long a provider took for one request")
                .tag("provider", provider)
                .tag("outcome", outcome)
                .serviceLevelObjectives(BUCKETS)
                .register(metrics);
    }
}
