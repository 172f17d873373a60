package pro.reelsai.runtime.trace;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Turns traces on where {@code OTEL_EXPORTER_OTLP_ENDPOINT} names a collector. */
public final class TraceSwitch implements ConfigSourceFactory {
    private static final int ABOVE_OUR_FILES = 120;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue endpoint = context.getValue("OTEL_EXPORTER_OTLP_ENDPOINT");
        String value = endpoint == null ? null : endpoint.getValue();
        if (value == null || value.isBlank()) {
            return List.of();
        }
        return List.of(new PropertiesConfigSource(
                Map.of("quarkus.otel.sdk.disabled", "false", "quarkus.otel.exporter.otlp.endpoint", value.strip()),
                "OpenTelemetry",
                ABOVE_OUR_FILES));
    }
}
