package pro.reelsai.stage.internal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pro.reelsai.model.event.ReelsEvent;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.event.EventCodec;
import pro.reelsai.runtime.event.EventUnreadableException;

/**
 * The only consumer of a stage. A record is acknowledged once its outcome is in Kafka; a record that cannot be read goes
 * to the dead letters and does not hold up those behind it.
 */
@ApplicationScoped
public class StageConsumer {
    private final EventCodec codec;
    private final StageRunner runner;

    public StageConsumer(EventCodec codec, StageRunner runner) {
        this.codec = codec;
        this.runner = runner;
    }

    /**
     * Runs the stage for one record.
     *
     * @throws EventUnreadableException if the record is not a request to a stage; it is dead-lettered
     * @throws InterruptedException if the service stops; the record is delivered again
     */
    @Incoming(StageChannels.REQUESTS)
    @RunOnVirtualThread
    public void consume(ConsumerRecord<String, String> record) throws EventUnreadableException, InterruptedException {
        ReelsEvent event = codec.decode(record.topic(), record.value());
        if (event instanceof StageRequested request) {
            runner.run(request);
        }
    }
}
