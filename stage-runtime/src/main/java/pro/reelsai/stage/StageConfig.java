package pro.reelsai.stage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import pro.reelsai.model.Stage;

/** How a stage is run; the same keys for every stage service. */
@ConfigMapping(prefix = "reels.stage")
public interface StageConfig {
    /** Which stage this service is; names its topic and its consumer group. */
    Stage name();

    /** Where jobs keep their files while they work. May be shared with other services. */
    @WithDefault("/tmp/reels")
    Path workspace();

    /** How long a job has to last before it says how far it is: one that ends sooner says nothing but its outcome. */
    @WithDefault("250ms")
    Duration progressAfter();

    /** How long one job may take before it is stopped; the quicker stages set less. */
    @WithDefault("10m")
    Duration timeout();

    /** How long a job that was told to stop may go on before this service reports itself as not alive. */
    @WithDefault("30s")
    Duration stuckAfter();

    /** How long a job may go on once the service is told to stop; what is not done by then is left to another. */
    @WithDefault("20s")
    Duration drain();

    /** How long a lease holds without being renewed: how long a killed service keeps others from its job. */
    @WithDefault("30s")
    Duration leaseTime();

    /** How long one statement may take. */
    @WithDefault("30s")
    Duration ioTimeout();

    /** When a job is tried again whose failure may pass. */
    Retry retry();

    /** Makes jobs fail on purpose: a folder of instructions, see {@code docs/architecture.md}. For tests alone. */
    Optional<Path> faults();

    /** When a job is tried again whose failure may pass. */
    interface Retry {
        /** The waits before the first, the second and every further retry; as many as there are retry topics, whose names stay. */
        @WithDefault("10s,1m,5m")
        List<Duration> waits();

        /** The longest wait that a provider may ask for; one that asks for more is asked sooner than it wants. */
        @WithDefault("15m")
        Duration longest();

        /** By how much a wait may be longer, so that what failed together does not come back together; 0 to 1. */
        @WithDefault("0.2")
        double jitter();

        /** How often a job is tried again that failed for want of something: a database, a bucket, a provider. */
        @WithDefault("8")
        int most();

        /** How often a job is tried again that failed through a fault of ours. */
        @WithDefault("2")
        int mostAfterFault();
    }
}
