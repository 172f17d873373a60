package pro.reelsai.gateway.platform.notice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the gateway hears from the database. */
@ConfigMapping(prefix = "reels.notices")
public interface NoticeConfig {
    /** How long to wait before listening again after the connection was lost. */
    @WithDefault("1s")
    Duration reconnect();
}
