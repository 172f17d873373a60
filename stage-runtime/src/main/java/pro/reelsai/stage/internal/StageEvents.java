package pro.reelsai.stage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jboss.logging.Logger;
import pro.reelsai.model.event.ReelsEvent;
import pro.reelsai.model.event.RunProgress;
import pro.reelsai.runtime.event.EncodedEvent;
import pro.reelsai.runtime.event.EventCodec;
import pro.reelsai.runtime.event.EventTooLargeException;

/** What a stage says to the world. */
@ApplicationScoped
public class StageEvents {
    private static final Logger LOG = Logger.getLogger(StageEvents.class);

    private final Records records;
    private final EventCodec codec;

    public StageEvents(Records records, EventCodec codec) {
        this.records = records;
        this.codec = codec;
    }

    /**
     * Emits a durable event and returns once the broker has it, however long that takes.
     *
     * @throws EventTooLargeException if the event does not fit a topic
     * @throws InterruptedException if the service stops
     */
    void emit(ReelsEvent event) throws InterruptedException {
        EncodedEvent encoded = codec.encode(event);
        records.sendSurely(encoded.topic(), utf8(encoded.key()), utf8(encoded.value()), headers(encoded));
    }

    /** Emits progress; a lost one is made good by the next. */
    void emitProgress(RunProgress progress) {
        EncodedEvent encoded = codec.encode(progress);
        records.send(encoded.topic(), utf8(encoded.key()), utf8(encoded.value()), headers(encoded))
                .subscribe()
                .with(
                        sent -> {},
                        failure ->
                                LOG.warnf("REELS-0110 progress %s is lost: %s", progress.id(), failure.getMessage()));
    }

    private static Headers headers(EncodedEvent encoded) {
        RecordHeaders headers = new RecordHeaders();
        encoded.headers().forEach((name, value) -> headers.add(name, utf8(value)));
        return headers;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
