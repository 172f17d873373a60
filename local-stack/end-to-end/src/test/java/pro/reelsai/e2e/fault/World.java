package pro.reelsai.e2e.fault;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pro.reelsai.e2e.trace.SpanCollector;

/**
 * What a suite stands on.
 *
 * @param diskMegabytes how much room the stages have to work in; 0 for as much as there is
 * @param clock the services' wall clock, where it is not the machine's
 * @param others further environment variables of the services
 */
record World(int diskMegabytes, @Nullable FakeClock clock, Map<String, String> others) {
    static final World USUAL = new World(0, null);

    World {
        others = Map.copyOf(others);
    }

    World(int diskMegabytes, @Nullable FakeClock clock) {
        this(diskMegabytes, clock, Map.of());
    }

    /** One that has a collector of traces. */
    static World with(SpanCollector collector) {
        return new World(
                0,
                null,
                Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint(), "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "1S"));
    }

    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(others);
        if (clock != null) {
            settings.putAll(clock.settings());
        }
        return settings;
    }
}
