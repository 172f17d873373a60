package pro.reelsai.gateway.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long things are kept that only ads under way, operators and later runs of a project have a use for. */
@ConfigMapping(prefix = "reels.retention")
public interface RetentionConfig {
    /**
     * How long a project's working files are kept after the end of the last run that refers to them. Until then another ad
     * of the project reuses them, and operators can replay the run; the finished ad itself stays.
     */
    @WithDefault("30d")
    Duration working();

    /** How long a shadow replay and its files are kept after its end. */
    @WithDefault("7d")
    Duration shadows();

    /** How long a lease that has run out is kept. */
    @WithDefault("1d")
    Duration leases();

    /** How long a dead letter is kept; longer than Kafka keeps it. */
    @WithDefault("30d")
    Duration deadLetters();

    /** How often the gateway looks for what is over. */
    @WithDefault("10m")
    Duration check();

    /** How many projects, and how many shadows, are looked at each time. */
    @WithDefault("50")
    int batch();
}
