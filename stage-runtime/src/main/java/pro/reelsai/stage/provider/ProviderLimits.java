package pro.reelsai.stage.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithDefaults;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.Map;

/** How gently providers are asked; {@code reels.provider.openai.timeout} and so on. */
@ConfigMapping(prefix = "reels.provider")
public interface ProviderLimits {
    /** The limits by the provider's name. */
    @WithParentName
    @WithDefaults
    Map<String, Limits> byName();

    /** The limits of one provider. */
    interface Limits {
        /** How long one answer may take. */
        @WithDefault("90s")
        Duration timeout();

        /** How often a request is made that the provider was too busy, or too broken, to serve. */
        @WithDefault("4")
        int attempts();

        /** How long to wait before the second try where the provider names no time; doubles with every further one. */
        @WithDefault("1s")
        Duration backoff();

        /** The longest wait that is spent here; a provider that asks for more is left alone until the stage's next try. */
        @WithDefault("30s")
        Duration longestWait();

        /** How many requests one pod makes at once. */
        @WithDefault("4")
        int concurrency();

        /** How many requests one pod makes in a minute, from 1, spread evenly; vendors grant so many to an account. */
        @WithDefault("300")
        int requestsPerMinute();

        /** The circuit breaker looks at this many answers. */
        @WithDefault("10")
        int breakerVolume();

        /** It opens once this share of them were failures of the provider, 0 to 1. */
        @WithDefault("0.6")
        double breakerRatio();

        /** How long it stays open: the provider is not asked at all. */
        @WithDefault("30s")
        Duration breakerPause();
    }
}
