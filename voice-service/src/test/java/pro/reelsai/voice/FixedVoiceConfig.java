package pro.reelsai.voice;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;

/** The defaults of {@link VoiceConfig}, with engines to choose. */
final class FixedVoiceConfig {
    static final VoiceConfig DEFAULTS = of("festival", "flite");

    private FixedVoiceConfig() {}

    static VoiceConfig of(String festival, String flite) {
        return new SmallRyeConfigBuilder()
                .withMapping(VoiceConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withDefaultValue("reels.voice.festival", festival)
                .withDefaultValue("reels.voice.flite", flite)
                .build()
                .getConfigMapping(VoiceConfig.class);
    }
}
