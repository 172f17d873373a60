package pro.reelsai.gateway.platform.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How files are removed that nothing refers to any more, from the bucket and from the gateway's own disk. */
@ConfigMapping(prefix = "reels.cleaning")
public interface CleaningConfig {
    /** How often the gateway looks for files that are due. */
    @WithDefault("10s")
    Duration check();

    /** How many files it removes at once; the storage server takes at most 1,000. */
    @WithDefault("100")
    int batch();

    /** How long after a failed removal it is tried again. */
    @WithDefault("1m")
    Duration retry();

    /** How long an upload may take from its announcement to its row before it counts as given up. */
    @WithDefault("1h")
    Duration giveUp();

    /** How often the gateway looks on its own disk for what broken uploads have left. */
    @WithDefault("5m")
    Duration diskCheck();

    /** How long such a file lies untouched before it counts as left; longer than it takes to check and store one. */
    @WithDefault("20m")
    Duration leftAfter();
}
