package pro.reelsai.gateway.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the outbox is emptied. */
@ConfigMapping(prefix = "reels.outbox")
public interface OutboxConfig {
    /** How often the relay looks by itself; it is woken as well. */
    @WithDefault("500ms")
    Duration poll();

    /** How many events it sends at once. */
    @WithDefault("20")
    int batch();
}
