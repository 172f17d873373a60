package pro.reelsai.stage.internal;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;
import pro.reelsai.stage.provider.ProviderDown;

/**
 * The channels that bring this service its work. They rest while a provider is down, so that requests wait in their topic
 * instead of using up their retries; the consumers stay in their group and the service stays ready.
 */
@ApplicationScoped
public class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final KafkaClientService kafka;
    private int rests;
    private boolean closed;

    public Intake(KafkaClientService kafka) {
        this.kafka = kafka;
    }

    /** Takes nothing for as long as the provider is left alone. */
    synchronized void rest(@Observes ProviderDown down) {
        LOG.warnf("REELS-0110 the intake rests for %s: %s is down", down.pause(), down.provider());
        rests++;
        // A pause is a kindness: what is taken all the same is put back, or delivered again.
        tellAll(consumer -> consumer.pause().replaceWithVoid());
        Thread.ofVirtual().name("intake-rest").start(() -> {
            try {
                Thread.sleep(down.pause());
                rested();
                // A service that stayed paused would look healthy and do nothing.
                while (!goOn()) {
                    Thread.sleep(AGAIN);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private synchronized void rested() {
        rests--;
    }

    /** Whether there is nothing left to do: the intake goes on, or somebody else sees to it. */
    private synchronized boolean goOn() {
        if (rests > 0 || closed) {
            return true;
        }
        boolean told = tellAll(KafkaConsumer::resume);
        if (told) {
            LOG.info("REELS-0111 the intake goes on");
        }
        return told;
    }

    /** Takes nothing any more. */
    synchronized void close() {
        closed = true;
        tellAll(consumer -> consumer.pause().replaceWithVoid());
    }

    private boolean tellAll(Function<KafkaConsumer<Object, Object>, Uni<Void>> command) {
        List<Uni<Void>> commands = StageChannels.INTAKE.stream()
                .flatMap(channel -> kafka.getConsumers(channel).stream())
                .map(command)
                .toList();
        try {
            Uni.join().all(commands).andCollectFailures().await().atMost(PATIENCE);
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("REELS-0109 the intake cannot be paused or resumed: %s", e.getMessage());
            return false;
        }
    }
}
