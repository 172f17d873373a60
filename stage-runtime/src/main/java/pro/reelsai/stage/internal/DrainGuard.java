package pro.reelsai.stage.internal;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import pro.reelsai.stage.StageConfig;

/**
 * Lets the service end in order: no new work, and time for the work that is under way. The connector's own graceful
 * shutdown waits five seconds and no longer, and knows nothing of a job, so it is switched off.
 */
@ApplicationScoped
public class DrainGuard {
    private static final Logger LOG = Logger.getLogger(DrainGuard.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final KafkaClientService kafka;
    private final StageDesk desk;
    private final StageConfig config;

    public DrainGuard(KafkaClientService kafka, StageDesk desk, StageConfig config) {
        this.kafka = kafka;
        this.desk = desk;
        this.config = config;
    }

    /** Runs before Kafka, the database and the rest are closed. */
    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        pauseIntake();
        desk.drain(config.drain());
    }

    private void pauseIntake() {
        List<Uni<Set<TopicPartition>>> pauses = StageChannels.INTAKE.stream()
                .flatMap(channel -> kafka.getConsumers(channel).stream())
                .map(KafkaConsumer::pause)
                .toList();
        try {
            Uni.join().all(pauses).andCollectFailures().await().atMost(PAUSE);
        } catch (RuntimeException e) {
            // The desk takes nothing any more in any case; what was fetched is delivered again.
            LOG.warnf("REELS-0109 the intake could not be paused: %s", e.getMessage());
        }
    }
}
