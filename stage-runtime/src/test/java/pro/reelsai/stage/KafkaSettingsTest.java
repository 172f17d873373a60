package pro.reelsai.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSourceProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaSettingsTest {
    @Test
    void findsNothingWrongInWhatAllStagesShare() {
        assertThat(KafkaSettings.faults(ConfigProvider.getConfig())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "outgoing.stage-events.acks, 1",
        "incoming.stage-requests.auto.offset.reset, latest",
        "incoming.stage-retries-later.failure-strategy, fail",
        "incoming.stage-retries-first.throttled.unprocessed-record-max-age.ms, 60000",
        "incoming.stage-requests.topic, reels.editing.requested.v1"
    })
    void namesASettingThatAnOperatorHasUndone(String setting, String value) {
        // Given
        SmallRyeConfig config = overriding("mp.messaging." + setting, value);

        // When / Then
        assertThat(KafkaSettings.faults(config))
                .singleElement()
                .asString()
                .contains(setting)
                .contains(value);
    }

    @Test
    void noticesChannelsThatShareAGroup() {
        assertThat(KafkaSettings.faults(
                        overriding("mp.messaging.incoming.stage-retries-first.group.id", "reels-voice")))
                .singleElement()
                .asString()
                .contains("stage-retries-first");
    }

    private static SmallRyeConfig overriding(String key, String value) {
        return new SmallRyeConfigBuilder()
                .withSources((ConfigSourceProvider)
                        loader -> ConfigProvider.getConfig().getConfigSources())
                .withSources(new PropertiesConfigSource(Map.of(key, value), "operator", 1000))
                .addDefaultInterceptors()
                .build();
    }
}
