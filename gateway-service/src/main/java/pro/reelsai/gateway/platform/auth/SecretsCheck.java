package pro.reelsai.gateway.platform.auth;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.GatewayConfig;

/** Keeps the gateway from starting where it could not tell a user from a stranger. */
@ApplicationScoped
public class SecretsCheck {
    /** What a local stack puts before the secret it makes. */
    static final String LOCAL_STACK = "local-stack-only-";

    /** The secrets that Supabase's CLI and its files for self-hosting come with; everybody knows them. */
    private static final Set<String> PUBLIC = Set.of(
            "super-secret-jwt-token-with-at-least-32-characters-long",
            "your-super-secret-jwt-token-with-at-least-32-characters-long");

    private static final int SHORTEST_BYTES = 32;

    private final AuthConfig config;
    private final GatewayConfig gateway;
    private final KeySetReader reader;

    public SecretsCheck(AuthConfig config, GatewayConfig gateway, KeySetReader reader) {
        this.config = config;
        this.gateway = gateway;
        this.reader = reader;
    }

    void beforeTheFirstRequest(@Observes StartupEvent started) {
        @Nullable String secret = config.secret().orElse(null);
        if (secret != null && secret.getBytes(StandardCharsets.UTF_8).length < SHORTEST_BYTES) {
            throw new ConfigurationException("SUPABASE_JWT_SECRET is shorter than the 32 characters that HS256 needs");
        }
        if (gateway.isProduction()) {
            checkForProduction(secret);
        }
    }

    private void checkForProduction(@Nullable String secret) {
        if (secret == null) {
            checkPublishedKeys();
        } else if (secret.startsWith(LOCAL_STACK) || PUBLIC.contains(secret)) {
            throw new ConfigurationException(
                    "SUPABASE_JWT_SECRET is one made for a local stack; set the project's own secret for APP_ENV=production");
        }
    }

    private void checkPublishedKeys() {
        String advice = "set SUPABASE_JWT_SECRET, or SUPABASE_URL to a project that publishes its signing keys";
        PublishedKeys keys;
        try {
            keys = reader.read().await().atMost(config.jwksTimeout().multipliedBy(2));
        } catch (RuntimeException e) {
            throw new ConfigurationException(
                    "No token could be checked: " + config.jwksUrl() + " cannot be read; " + advice, e);
        }
        if (keys.isEmpty()) {
            throw new ConfigurationException(
                    "No token could be checked: " + config.jwksUrl() + " holds no key; " + advice);
        }
    }
}
