package pro.reelsai.stage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import pro.reelsai.model.Stage;

/** How a stage is run; the same keys for every stage service. */
@ConfigMapping(prefix = "reels.stage")
public interface StageConfig {
    /** Which stage this service is; names its topic and its consumer group. */
    Stage name();

    /** Where jobs keep their files while they work. */
    @WithDefault("/tmp/reels")
    Path workspace();

    /** How long one job may take before it is stopped. */
    @WithDefault("10m")
    Duration timeout();

    /** How often a job is tried whose failure may pass. */
    @WithDefault("3")
    int attempts();

    /** How long to wait before the second try; doubles with every further one. */
    @WithDefault("2s")
    Duration backoff();

    /** How long a lease holds without being renewed: how long a killed pod keeps others from its job. */
    @WithDefault("30s")
    Duration leaseTime();

    /** How long one statement or one message may take. */
    @WithDefault("30s")
    Duration ioTimeout();
}
