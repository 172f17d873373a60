package pro.reelsai.script;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.util.Optional;

/** How scripts are written. */
@ConfigMapping(prefix = "reels.script")
public interface ScriptConfig {
    /** Who writes: {@code local} or {@code openai}; left out, it is openai where OPENAI_API_KEY is set, else local. */
    Optional<String> provider();

    /** Who writes where the provider does not answer, or has no quota left; left out, the script fails then. */
    Optional<String> fallback();

    /** How many drafts the local copywriter compares; more drafts fit the length better. 1 to 10000. */
    @WithDefault("300")
    int drafts();

    /** How OpenAI writes. */
    OpenAi openai();

    /** How OpenAI writes. */
    interface OpenAi {
        /** The model; it has to know strict JSON schemas. */
        @WithDefault("gpt-4.1-mini")
        String model();

        /** How freely it writes, 0 to 2; left out, it is the model's own, and reasoning models take no other. */
        Optional<Double> temperature();

        /** The longest answer, in tokens. */
        @WithDefault("2000")
        int maxTokens();

        /** The price of a million tokens that are sent, in US dollars. */
        @WithDefault("0.40")
        BigDecimal usdPerMillionInputTokens();

        /** The price of a million tokens that are written, in US dollars. */
        @WithDefault("1.60")
        BigDecimal usdPerMillionOutputTokens();
    }
}
