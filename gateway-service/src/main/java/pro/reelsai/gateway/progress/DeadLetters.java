package pro.reelsai.gateway.progress;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import pro.reelsai.gateway.outbox.EventSender;
import pro.reelsai.model.Topics;

/** Puts records aside that nobody can process, each beside its topic, with the reason. */
@ApplicationScoped
public class DeadLetters {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final EventSender sender;

    public DeadLetters(EventSender sender) {
        this.sender = sender;
    }

    /** Puts a record aside; done once the broker has it. */
    Uni<Void> add(ConsumerRecord<String, String> record, String reason) {
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(header -> {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        });
        // The names that SmallRye's own dead-letter strategy uses, so that one tool reads both.
        headers.put("dead-letter-reason", reason);
        headers.put("dead-letter-topic", record.topic());
        headers.put("dead-letter-partition", String.valueOf(record.partition()));
        headers.put("dead-letter-offset", String.valueOf(record.offset()));
        headers.put("dead-letter-consumer", "reels-gateway");
        String value = record.value() == null ? "" : record.value();
        return sender.send(Topics.deadLetters(record.topic()), record.key(), value, headers)
                // Without the broker nothing new arrives either, so waiting for it holds nothing up.
                .onFailure()
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .indefinitely();
    }
}
