package pro.reelsai.voice.speech.elevenlabs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.util.Optional;

/** How ElevenLabs speaks, and who we are to it. */
@ConfigMapping(prefix = "reels.eleven-labs")
public interface ElevenLabsConfig {
    /** The variable that holds the key. */
    String KEY_NAME = "ELEVEN_LABS_API_KEY";

    /** The key, from {@code ELEVEN_LABS_API_KEY}. */
    Optional<String> apiKey();

    /** The model. */
    @WithDefault("eleven_multilingual_v2")
    String model();

    /** How the sound is wrapped; higher qualities need a larger plan. */
    @WithDefault("mp3_44100_128")
    String format();

    /** How even the voice is, 0 to 1; livelier when lower. */
    @WithDefault("0.45")
    double stability();

    /** How close it stays to the original voice, 0 to 1. */
    @WithDefault("0.75")
    double similarity();

    /** The longest text of one request, in characters. */
    @WithDefault("5000")
    int longestRequest();

    /** The price of a thousand characters, in US dollars; depends on the plan. */
    @WithDefault("0.20")
    BigDecimal usdPerThousandCharacters();
}
