package pro.reelsai.stage.internal;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import pro.reelsai.model.event.LipsyncCallback;
import pro.reelsai.runtime.event.EventCodec;
import pro.reelsai.runtime.event.EventUnreadableException;
import pro.reelsai.stage.DatabaseAwayException;
import pro.reelsai.stage.call.OpenCalls;

/** Hears that a provider may be done, for the one stage whose provider calls back; that stage sets the property. */
@ApplicationScoped
@IfBuildProperty(name = "reels.callbacks", stringValue = "true")
public class CallbackConsumer {
    private static final Logger LOG = Logger.getLogger(CallbackConsumer.class);

    private final EventCodec codec;
    private final OpenCalls calls;
    private final CallWatch watch;

    public CallbackConsumer(EventCodec codec, OpenCalls calls, CallWatch watch) {
        this.codec = codec;
        this.calls = calls;
        this.watch = watch;
    }

    /**
     * Wakes the call that a provider speaks of. Nothing else is taken from the callback: the provider is asked. A callback
     * that cannot be heard is let go: the clock wakes its call too, and a dead letter would say that the run has failed.
     */
    @Incoming(StageChannels.CALLBACKS)
    @RunOnVirtualThread
    public void consume(ConsumerRecord<String, String> record) {
        try {
            if (codec.decode(record.topic(), record.value()) instanceof LipsyncCallback callback) {
                wake(callback);
            }
        } catch (EventUnreadableException | DatabaseAwayException e) {
            LOG.warnf("REELS-0124 a callback is not heard: %s", e.getMessage());
        }
    }

    private void wake(LipsyncCallback callback) {
        if (calls.wake(callback.stage(), callback.externalId())) {
            watch.nudge();
        } else {
            LOG.infof("REELS-0123 run %s: a callback for a call that has ended", callback.runId());
        }
    }
}
