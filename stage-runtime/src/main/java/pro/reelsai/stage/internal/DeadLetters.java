package pro.reelsai.stage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jboss.logging.Logger;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Topics;

/** Puts records aside that cannot be processed: the same bytes beside their topic, with the reason in the headers. */
@ApplicationScoped
public class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final Records records;
    private final StageMetrics metrics;

    public DeadLetters(Records records, StageMetrics metrics) {
        this.records = records;
        this.metrics = metrics;
    }

    /**
     * Puts a record aside and returns once the broker has it.
     *
     * @param code why, as a stable name
     * @param reason why, in words that a user may read
     * @throws InterruptedException if the service stops
     */
    void add(Delivery delivery, FailureCode code, String reason) throws InterruptedException {
        LOG.errorf("REELS-0150 record %s is dead after %d retries: %s", delivery.origin(), delivery.retries(), code);
        RecordHeaders headers = new RecordHeaders(delivery.headers());
        put(headers, "dead-letter-reason", reason);
        put(headers, "dead-letter-code", code.name());
        put(headers, "dead-letter-topic", delivery.topic());
        put(headers, "dead-letter-partition", Integer.toString(delivery.partition()));
        put(headers, "dead-letter-offset", Long.toString(delivery.offset()));
        send(delivery, headers);
        metrics.died(code);
    }

    private void send(Delivery delivery, Headers headers) throws InterruptedException {
        String topic = Topics.deadLetters(delivery.topic());
        byte[] value = delivery.value();
        try {
            records.sendSurely(topic, delivery.key(), value, headers);
        } catch (RecordTooLargeException e) {
            // It came as large as the broker takes, and the headers make it larger: its beginning has to do.
            LOG.warnf("REELS-0151 record %s is cut for the dead letters", delivery.origin());
            headers.add("dead-letter-truncated", "true".getBytes(StandardCharsets.UTF_8));
            byte[] beginning =
                    value == null ? null : Arrays.copyOf(value, Math.min(value.length, Topics.MAX_EVENT_BYTES));
            records.sendSurely(topic, delivery.key(), beginning, headers);
        }
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
