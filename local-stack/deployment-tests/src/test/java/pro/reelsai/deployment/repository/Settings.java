package pro.reelsai.deployment.repository;

import io.smallrye.config.SmallRyeConfig;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * What a service's settings come to in an environment: its files, the environment, and else the default of the
 * {@code @ConfigMapping} that declares the key.
 */
public final class Settings {
    private final SmallRyeConfig config;

    /** With these environment variables. */
    public Settings(Service service, Map<String, String> environment) {
        config = service.config(environment);
    }

    /**
     * A setting.
     *
     * @throws NoSuchElementException if nothing sets it and it has no default
     */
    public String string(String key) {
        String variable = EnvironmentNames.of(key);
        return config.getOptionalValue(variable, String.class)
                .or(() -> config.getOptionalValue(key, String.class))
                .or(() -> ConfigurationSource.key(key).flatMap(ConfigurationKey::defaultValue))
                .orElseThrow(() -> new NoSuchElementException(key));
    }

    /** A setting that is a time, as Quarkus writes it: {@code 30s}, {@code 10m}. */
    public Duration duration(String key) {
        String text = string(key);
        return Duration.parse(text.startsWith("P") ? text : "PT" + text);
    }
}
