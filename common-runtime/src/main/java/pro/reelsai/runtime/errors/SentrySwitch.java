package pro.reelsai.runtime.errors;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Turns Sentry on where {@code SENTRY_DSN} is set: the extension itself has a switch of its own, and fails without a DSN. */
public final class SentrySwitch implements ConfigSourceFactory {
    private static final int ABOVE_OUR_FILES = 120;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue dsn = context.getValue("SENTRY_DSN");
        String value = dsn == null ? null : dsn.getValue();
        // One that is damaged is SentryCheck's to complain of, which can say what to do.
        if (value == null || SentryDsn.parse(value).isEmpty()) {
            return List.of();
        }
        return List.of(new PropertiesConfigSource(
                Map.of("quarkus.log.sentry.enabled", "true", "quarkus.log.sentry.dsn", value.strip()),
                "Sentry",
                ABOVE_OUR_FILES));
    }
}
