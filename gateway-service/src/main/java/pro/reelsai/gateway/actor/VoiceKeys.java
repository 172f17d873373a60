package pro.reelsai.gateway.actor;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import pro.reelsai.model.TtsProvider;

/** Which vendors' voices can be had here: those whose key is set. The gateway never uses a key. */
@ConfigMapping(prefix = "reels.voices")
public interface VoiceKeys {
    /** OpenAI's key, from {@code OPENAI_API_KEY}; whether there is one is all that counts. */
    Optional<String> openaiKey();

    /** ElevenLabs' key, from {@code ELEVEN_LABS_API_KEY}; whether there is one is all that counts. */
    Optional<String> elevenLabsKey();

    /** Whether a provider's voices can be had. */
    default boolean has(TtsProvider provider) {
        return switch (provider) {
            case LOCAL -> true;
            case OPENAI -> openaiKey().isPresent();
            case ELEVEN_LABS -> elevenLabsKey().isPresent();
        };
    }
}
