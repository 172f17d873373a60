package pro.reelsai.gateway.actor;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import pro.reelsai.model.LipsyncProvider;
import pro.reelsai.model.TtsProvider;

/** Which vendors' voices and actors can be had here: those whose key is set. The gateway never uses a key. */
@ConfigMapping(prefix = "reels.vendors")
public interface VendorKeys {
    /** OpenAI's key, from {@code OPENAI_API_KEY}; whether there is one is all that counts. */
    Optional<String> openaiKey();

    /** ElevenLabs' key, from {@code ELEVEN_LABS_API_KEY}; whether there is one is all that counts. */
    Optional<String> elevenLabsKey();

    /** Replicate's token, from {@code REPLICATE_API_TOKEN}; whether there is one is all that counts. */
    Optional<String> replicateToken();

    /** Whether a provider's voices can be had. */
    default boolean has(TtsProvider provider) {
        return switch (provider) {
            case LOCAL -> true;
            case OPENAI -> openaiKey().isPresent();
            case ELEVEN_LABS -> elevenLabsKey().isPresent();
        };
    }

    /** Whether a provider's actors can be had. */
    default boolean has(LipsyncProvider provider) {
        return switch (provider) {
            case LOCAL -> true;
            case REPLICATE -> replicateToken().isPresent();
        };
    }
}
