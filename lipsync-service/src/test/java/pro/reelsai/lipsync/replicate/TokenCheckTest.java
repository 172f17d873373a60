package pro.reelsai.lipsync.replicate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pro.reelsai.lipsync.LipsyncConfig;

/** What a missing key or a wrong name does to the start of the service. */
class TokenCheckTest {
    @Test
    void namesTheKeyThatTheChosenProviderNeeds() {
        assertThatThrownBy(() -> check(Map.of("reels.lipsync.provider", "replicate")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("REPLICATE_API_TOKEN");
    }

    @Test
    void namesTheModelsThereAre() {
        assertThatThrownBy(() -> check(Map.of(
                        "reels.lipsync.replicate.api-token", "r8_x", "reels.lipsync.replicate.model", "lipsync-9")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("lipsync-9")
                .hasMessageContaining("[lipsync-2]");
    }

    @Test
    void startsWithoutAKeyWhereNobodyHasChosenTheProvider() {
        assertThatCode(() -> check(Map.of())).doesNotThrowAnyException();
    }

    private static void check(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("reels.lipsync.replicate.models.lipsync-2.name", "sync/lipsync-2");
        all.put("reels.lipsync.replicate.models.lipsync-2.usd-per-second", "0.05");
        new TokenCheck(new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(LipsyncConfig.class)
                        .withSources(new PropertiesConfigSource(all, "test", 100))
                        .build()
                        .getConfigMapping(LipsyncConfig.class))
                .check();
    }
}
