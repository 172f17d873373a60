package pro.reelsai.gateway.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.reelsai.model.TtsProvider;

class VoiceKeysTest {
    @ParameterizedTest
    @CsvSource({
        "'','',true,false,false",
        "sk-1,'',true,true,false",
        "'',xi-1,true,false,true",
    })
    void voicesCanBeHadWhereTheirKeyIsSet(
            String openAi, String elevenLabs, boolean local, boolean ofOpenAi, boolean ofElevenLabs) {
        // When
        VoiceKeys keys = new SmallRyeConfigBuilder()
                .withMapping(VoiceKeys.class)
                .withDefaultValue("reels.voices.openai-key", openAi)
                .withDefaultValue("reels.voices.eleven-labs-key", elevenLabs)
                .build()
                .getConfigMapping(VoiceKeys.class);

        // Then
        assertThat(keys.has(TtsProvider.LOCAL)).isEqualTo(local);
        assertThat(keys.has(TtsProvider.OPENAI)).isEqualTo(ofOpenAi);
        assertThat(keys.has(TtsProvider.ELEVEN_LABS)).isEqualTo(ofElevenLabs);
    }
}
