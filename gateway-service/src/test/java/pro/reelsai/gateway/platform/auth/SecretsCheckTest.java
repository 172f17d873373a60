package pro.reelsai.gateway.platform.auth;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pro.reelsai.gateway.platform.GatewayConfig;
import pro.reelsai.local.StackSecrets;

class SecretsCheckTest {
    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void close() {
        VERTX.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "super-secret-jwt-token-with-at-least-32-characters-long",
                "your-super-secret-jwt-token-with-at-least-32-characters-long",
                "generated"
            })
    void refusesASecretThatOthersKnowInProduction(String known) {
        // Given
        String secret = known.equals("generated") ? StackSecrets.generate().jwtSecret() : known;

        // When
        SecretsCheck check = check(Map.of("reels.gateway.environment", "production", "reels.auth.secret", secret));

        // Then
        assertThatThrownBy(() -> start(check))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("SUPABASE_JWT_SECRET")
                .hasMessageNotContaining(secret);
    }

    @Test
    void takesTheSecretOfALocalStackAnywhereElse() {
        // Given
        String secret = StackSecrets.generate().jwtSecret();

        // When
        SecretsCheck check = check(Map.of("reels.auth.secret", secret));

        // Then
        assertThatCode(() -> start(check)).doesNotThrowAnyException();
    }

    @Test
    void refusesToStartInProductionWhereNoTokenCouldBeChecked() {
        // Given nothing at the address of the published keys

        // When
        SecretsCheck check = check(Map.of("reels.gateway.environment", "production"));

        // Then
        assertThatThrownBy(() -> start(check))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("set SUPABASE_JWT_SECRET");
    }

    @Test
    void refusesAShortSecretEverywhere() {
        // Given
        String secret = "short";

        // When
        SecretsCheck check = check(Map.of("reels.auth.secret", secret));

        // Then
        assertThatThrownBy(() -> start(check)).hasMessageContaining("32 characters");
    }

    private static void start(SecretsCheck check) {
        check.beforeTheFirstRequest(new StartupEvent());
    }

    private static SecretsCheck check(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("reels.auth.issuer", "https://project.example/auth/v1");
        all.put("reels.auth.jwks-url", "http://127.0.0.1:1/jwks.json");
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .withMapping(AuthConfig.class)
                .withMapping(GatewayConfig.class)
                .build();
        AuthConfig auth = config.getConfigMapping(AuthConfig.class);
        return new SecretsCheck(auth, config.getConfigMapping(GatewayConfig.class), new KeySetReader(VERTX, auth));
    }
}
