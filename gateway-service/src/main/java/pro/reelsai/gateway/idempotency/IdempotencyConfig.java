package pro.reelsai.gateway.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a request that is sent again gets the answer it had. */
@ConfigMapping(prefix = "reels.idempotency")
public interface IdempotencyConfig {
    /** How long an answer is kept; a key is free again afterwards. */
    @WithDefault("24h")
    Duration retention();

    /** How often answers that are older are removed. */
    @WithDefault("10m")
    Duration sweep();
}
