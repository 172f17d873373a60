package pro.reelsai.stage.internal;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import pro.reelsai.model.event.ReelsEvent;
import pro.reelsai.model.event.RunProgress;
import pro.reelsai.runtime.event.EncodedEvent;
import pro.reelsai.runtime.event.EventCodec;

/** What a stage says to the world. */
@ApplicationScoped
public class StageEvents {
    private static final Logger LOG = Logger.getLogger(StageEvents.class);
    /** Longer than the producer's own delivery time-out, so that its error reaches us. */
    private static final Duration DELIVERY = Duration.ofMinutes(3);

    private final MutinyEmitter<String> emitter;
    private final EventCodec codec;

    public StageEvents(@Channel(StageChannels.EVENTS) MutinyEmitter<String> emitter, EventCodec codec) {
        this.emitter = emitter;
        this.codec = codec;
    }

    /** Emits a durable event and returns once the broker has it. */
    void emit(ReelsEvent event) {
        send(event).await().atMost(DELIVERY);
    }

    /** Emits progress; a lost one is made good by the next. */
    void emitProgress(RunProgress progress) {
        send(progress)
                .subscribe()
                .with(
                        sent -> {},
                        failure ->
                                LOG.warnf("REELS-0110 progress %s is lost: %s", progress.id(), failure.getMessage()));
    }

    private Uni<Void> send(ReelsEvent event) {
        EncodedEvent encoded = codec.encode(event);
        RecordHeaders headers = new RecordHeaders();
        encoded.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return emitter.sendMessage(Message.of(encoded.value())
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withTopic(encoded.topic())
                        .withKey(encoded.key())
                        .withHeaders(headers)
                        .build()));
    }
}
