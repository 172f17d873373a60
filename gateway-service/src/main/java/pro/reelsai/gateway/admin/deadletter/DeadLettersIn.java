package pro.reelsai.gateway.admin.deadletter;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.SameContext;
import pro.reelsai.gateway.platform.problem.DatabaseAway;

/** Hears of every dead letter, in the bytes it has. Nothing stops it: what cannot be kept is logged and stays in Kafka. */
@ApplicationScoped
public class DeadLettersIn {
    /** The incoming channel; its settings are in {@code application.properties}. */
    static final String CHANNEL = "dead-letters-in";

    private static final Logger LOG = Logger.getLogger(DeadLettersIn.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final DeadLetterReader reader;
    private final DeadLetterBox box;

    DeadLettersIn(DeadLetterReader reader, DeadLetterBox box) {
        this.reader = reader;
        this.box = box;
    }

    /** Takes one record. */
    @Incoming(CHANNEL)
    public Uni<Void> onRecord(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
        DeadLetter letter = reader.read(record);
        return SameContext.always(Uni.createFrom().deferred(() -> box.take(letter)))
                .onFailure(DatabaseAway::isCauseOf)
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .indefinitely()
                .onFailure()
                .invoke(e -> LOG.errorf(e, "Dead letter %s has no effect on its run", letter.topic()))
                // Shown to operators it has to be, even where its run cannot be ended.
                .onFailure()
                .recoverWithUni(e -> SameContext.always(Uni.createFrom().deferred(() -> box.keep(letter)))
                        .replaceWithVoid())
                .onFailure()
                .invoke(e -> LOG.errorf(
                        e, "Dead letter %s-%d@%d cannot be kept", letter.topic(), letter.partition(), letter.offset()))
                .onFailure()
                .recoverWithNull();
    }
}
