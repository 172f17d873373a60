package pro.reelsai.gateway.progress.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the status is streamed. */
@ConfigMapping(prefix = "reels.events")
public interface StreamConfig {
    /** How long a stream may be silent before it shows that it is alive; proxies commonly cut at 30 or 60 seconds. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How often the gateway looks which of the watched projects have changed, all in one statement. */
    @WithDefault("200ms")
    Duration poll();

    /** How often those who wait in the queue are told how far it has moved. */
    @WithDefault("3s")
    Duration queue();

    /** How long a client should wait before it connects again. */
    @WithDefault("3s")
    Duration retry();

    /** How many streams a user may have open at one gateway. */
    @WithDefault("10")
    int perUser();
}
