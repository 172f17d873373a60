package pro.reelsai.stage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import pro.reelsai.model.event.RunCancelled;
import pro.reelsai.runtime.event.EventCodec;
import pro.reelsai.runtime.event.EventUnreadableException;

/**
 * Hears which runs are not wanted any more, so that a job stops at once. Every service instance hears all of them, each in
 * a group of its own and from now on: what was cancelled before, the run's row says. So nothing is lost if one is missed.
 */
@ApplicationScoped
public class CancellationConsumer {
    private static final Logger LOG = Logger.getLogger(CancellationConsumer.class);

    private final EventCodec codec;
    private final StageDesk desk;

    public CancellationConsumer(EventCodec codec, StageDesk desk) {
        this.codec = codec;
        this.desk = desk;
    }

    /** Stops the job of a cancelled run, if it is ours. */
    @Incoming(StageChannels.CANCELLATIONS)
    public void onCancellation(ConsumerRecord<byte[], byte[]> record) {
        try {
            if (codec.decode(record.topic(), record.value(), null) instanceof RunCancelled cancelled) {
                desk.cancel(cancelled.runId());
            }
        } catch (EventUnreadableException e) {
            LOG.warnf("REELS-0152 a cancellation cannot be read: %s", e.getMessage());
        }
    }
}
