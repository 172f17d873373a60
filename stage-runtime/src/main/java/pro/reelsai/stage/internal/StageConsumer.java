package pro.reelsai.stage.internal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * The only consumer of a stage's work. The bytes come as they are, so that those that nobody can read can be put aside as
 * they came. A record is acknowledged once it is settled; each channel waits for its own records alone.
 */
@ApplicationScoped
public class StageConsumer {
    private final StageDesk desk;

    public StageConsumer(StageDesk desk) {
        this.desk = desk;
    }

    /** Takes a new request. */
    @Incoming(StageChannels.REQUESTS)
    public Uni<Void> onRequest(ConsumerRecord<byte[], byte[]> record) {
        return desk.take(Delivery.of(record));
    }

    /** Takes a request that has failed once. */
    @Incoming(StageChannels.FIRST_RETRIES)
    public Uni<Void> onFirstRetry(ConsumerRecord<byte[], byte[]> record) {
        return desk.take(Delivery.of(record));
    }

    /** Takes a request that has failed twice. */
    @Incoming(StageChannels.SECOND_RETRIES)
    public Uni<Void> onSecondRetry(ConsumerRecord<byte[], byte[]> record) {
        return desk.take(Delivery.of(record));
    }

    /** Takes a request that has failed more often. */
    @Incoming(StageChannels.LATER_RETRIES)
    public Uni<Void> onLaterRetry(ConsumerRecord<byte[], byte[]> record) {
        return desk.take(Delivery.of(record));
    }
}
