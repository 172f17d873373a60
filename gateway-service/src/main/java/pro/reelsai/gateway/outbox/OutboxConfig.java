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
    @WithDefault("100")
    int batch();

    /** How long an event is kept that Kafka has. */
    @WithDefault("3d")
    Duration retention();

    /** How long it is remembered that an event was applied; longer than Kafka keeps events, in which it can come again. */
    @WithDefault("15d")
    Duration seenRetention();

    /** How often older ones are removed. */
    @WithDefault("5m")
    Duration sweep();
}
