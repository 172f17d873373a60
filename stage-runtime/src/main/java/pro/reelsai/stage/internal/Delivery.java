package pro.reelsai.stage.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.Topics;

/**
 * A record as it first came, whichever way it took since: through the retry topics it keeps its bytes, its headers and
 * the knowledge of where it came from.
 *
 * @param topic the topic in which it first was
 * @param partition its partition there
 * @param offset its offset there
 * @param key its key
 * @param value its value
 * @param headers its headers, those of its retries included
 * @param retries how often it was tried again so far
 * @param due when it should be worked on
 */
record Delivery(
        String topic,
        int partition,
        long offset,
        byte @Nullable [] key,
        byte @Nullable [] value,
        Headers headers,
        int retries,
        Instant due) {
    static final String RETRIES_HEADER = "retry-count";
    static final String DUE_HEADER = "retry-due";
    static final String PARTITION_HEADER = "retry-partition";
    static final String OFFSET_HEADER = "retry-offset";

    static Delivery of(ConsumerRecord<byte[], byte[]> record) {
        return new Delivery(
                Topics.withoutRetry(record.topic()),
                (int) number(record, PARTITION_HEADER, record.partition()),
                number(record, OFFSET_HEADER, record.offset()),
                record.key(),
                record.value(),
                record.headers(),
                (int) number(record, RETRIES_HEADER, 0),
                Instant.ofEpochMilli(number(record, DUE_HEADER, 0)));
    }

    /** A header as text; empty where there is none. */
    Optional<String> header(String name) {
        return text(headers, name);
    }

    /** For the log: where the record came from. */
    String origin() {
        return topic + "-" + partition + "@" + offset;
    }

    private static long number(ConsumerRecord<byte[], byte[]> record, String header, long otherwise) {
        // Only a retry topic's headers are ours; on a request they would be somebody else's.
        if (record.topic().equals(Topics.withoutRetry(record.topic()))) {
            return otherwise;
        }
        return text(record.headers(), header)
                .filter(digits -> digits.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(otherwise);
    }

    private static Optional<String> text(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(Header::value)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
