package pro.reelsai.gateway.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.reelsai.model.LipsyncProvider;
import pro.reelsai.model.TtsProvider;

class VendorKeysTest {
    @ParameterizedTest
    @CsvSource({
        "'','','',false,false,false",
        "sk-1,'','',true,false,false",
        "'',xi-1,'',false,true,false",
        "'','',r8_1,false,false,true",
    })
    void voicesAndActorsCanBeHadWhereTheirKeyIsSet(
            String openAi,
            String elevenLabs,
            String replicate,
            boolean ofOpenAi,
            boolean ofElevenLabs,
            boolean ofReplicate) {
        // When
        VendorKeys keys = new SmallRyeConfigBuilder()
                .withMapping(VendorKeys.class)
                .withDefaultValue("reels.vendors.openai-key", openAi)
                .withDefaultValue("reels.vendors.eleven-labs-key", elevenLabs)
                .withDefaultValue("reels.vendors.replicate-token", replicate)
                .build()
                .getConfigMapping(VendorKeys.class);

        // Then
        assertThat(keys.has(TtsProvider.LOCAL)).isTrue();
        assertThat(keys.has(TtsProvider.OPENAI)).isEqualTo(ofOpenAi);
        assertThat(keys.has(TtsProvider.ELEVEN_LABS)).isEqualTo(ofElevenLabs);
        assertThat(keys.has(LipsyncProvider.LOCAL)).isTrue();
        assertThat(keys.has(LipsyncProvider.REPLICATE)).isEqualTo(ofReplicate);
    }
}
