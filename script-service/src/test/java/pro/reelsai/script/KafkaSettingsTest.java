package pro.reelsai.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import pro.reelsai.stage.KafkaSettings;

class KafkaSettingsTest {
    @Test
    void keepsTheSettingsThatTheDefaultsGetWrong() {
        assertThat(KafkaSettings.faults(ConfigProvider.getConfig())).isEmpty();
    }
}
