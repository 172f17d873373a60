package pro.reelsai.stage;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pro.reelsai.runtime.storage.StorageConfig;
import pro.reelsai.runtime.storage.StorageKeyCheck;

/** What a missing key to the bucket does to the start of a service. */
class StorageKeyTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void namesTheKeyAndWhereToSetIt(String key) {
        assertThatThrownBy(() -> check(key))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("SUPABASE_SERVICE_KEY")
                .hasMessageContaining(".env");
    }

    @Test
    void startsWithAKey() {
        assertThatCode(() -> check("sb_secret_1")).doesNotThrowAnyException();
    }

    private static void check(String key) {
        new StorageKeyCheck(new SmallRyeConfigBuilder()
                        .addDefaultInterceptors()
                        .addDiscoveredConverters()
                        .withMapping(StorageConfig.class)
                        .withSources(new PropertiesConfigSource(
                                Map.of(
                                        "SUPABASE_SERVICE_KEY", key,
                                        "reels.storage.url", "http://localhost",
                                        "reels.storage.service-key", "${SUPABASE_SERVICE_KEY:}"),
                                "test",
                                100))
                        .build()
                        .getConfigMapping(StorageConfig.class))
                .check();
    }
}
