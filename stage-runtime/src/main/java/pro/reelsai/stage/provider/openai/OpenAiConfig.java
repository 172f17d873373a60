package pro.reelsai.stage.provider.openai;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Who we are to OpenAI, and where it is. */
@ConfigMapping(prefix = "reels.openai")
public interface OpenAiConfig {
    /** The variable that holds the key. */
    String KEY_NAME = "OPENAI_API_KEY";

    /** The key, from {@code OPENAI_API_KEY}. */
    Optional<String> apiKey();

    /** Where the API is, version included; from {@code OPENAI_BASE_URL}. Any server that speaks like OpenAI will do. */
    @WithDefault("https://api.openai.com/v1")
    String baseUrl();
}
