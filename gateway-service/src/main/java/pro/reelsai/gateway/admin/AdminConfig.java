package pro.reelsai.gateway.admin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What operators may be given. */
@ConfigMapping(prefix = "reels.admin")
public interface AdminConfig {
    /** How long a run's events are looked for in Kafka. */
    @WithDefault("10s")
    Duration historyTimeout();

    /** How far the clocks of those that write events may disagree, and how long after its end a run's events may come. */
    @WithDefault("1h")
    Duration historyMargin();
}
