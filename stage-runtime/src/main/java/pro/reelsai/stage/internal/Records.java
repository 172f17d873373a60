package pro.reelsai.stage.internal;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The way of every record out of this service. */
@ApplicationScoped
public class Records {
    private static final Logger LOG = Logger.getLogger(Records.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private final MutinyEmitter<Record<byte[], byte[]>> emitter;

    public Records(@Channel(StageChannels.EVENTS) MutinyEmitter<Record<byte[], byte[]>> emitter) {
        this.emitter = emitter;
    }

    /**
     * Sends a record and returns once the broker has it. While the broker is away there is nothing better to do than to
     * wait for it: the record that this answers stays unacknowledged, and nothing new arrives either.
     *
     * @throws RecordTooLargeException if the broker will never take it
     * @throws InterruptedException if the service stops
     */
    void sendSurely(String topic, byte @Nullable [] key, byte @Nullable [] value, Headers headers)
            throws InterruptedException {
        while (true) {
            try {
                send(topic, key, value, headers).subscribeAsCompletionStage().get();
                return;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RecordTooLargeException tooLarge) {
                    throw tooLarge;
                }
                LOG.warnf(
                        "REELS-0113 a record for %s waits for the broker: %s",
                        topic, e.getCause().getMessage());
                Thread.sleep(BETWEEN_TRIES);
            }
        }
    }

    /** Sends a record; done once the broker has it. */
    Uni<Void> send(String topic, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        // Deferred, so that an emitter that takes no more fails the Uni and not the caller.
        return Uni.createFrom()
                .deferred(() -> emitter.sendMessage(Message.of(Record.of(key, value))
                        .addMetadata(OutgoingKafkaRecordMetadata.<byte[]>builder()
                                .withTopic(topic)
                                .withHeaders(headers)
                                .build())));
    }
}
