package pro.reelsai.stage.call;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How calls are watched that a provider answers later. */
@ConfigMapping(prefix = "reels.calls")
public interface CallConfig {
    /** How long after its start a call is looked at for the first time; the wait doubles with every look. */
    @WithDefault("30s")
    Duration firstLook();

    /** The longest wait between two looks; well below the hour after which providers delete their outputs. */
    @WithDefault("5m")
    Duration longestWait();

    /** How often the database is asked which calls are due; also how soon a cancelled run's call is withdrawn. */
    @WithDefault("3s")
    Duration tick();

    /** How many calls one pod looks at at once. */
    @WithDefault("4")
    int atOnce();
}
