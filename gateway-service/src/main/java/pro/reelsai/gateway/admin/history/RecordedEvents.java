package pro.reelsai.gateway.admin.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.admin.AdminConfig;
import pro.reelsai.gateway.admin.history.RunHistoryView.RecordView;
import pro.reelsai.model.Topics;
import pro.reelsai.runtime.event.EncodedEvent;

/**
 * Reads the records of one run out of all topics. Without a consumer group, so that nobody's place is moved; of each topic
 * only the partition that the run's key belongs to, and only the time in which the run was under way.
 */
@ApplicationScoped
class RecordedEvents {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> kafka;
    private final ObjectMapper mapper;
    private final Duration timeout;

    RecordedEvents(
            @Identifier("default-kafka-broker") Map<String, Object> kafka, ObjectMapper mapper, AdminConfig config) {
        this.kafka = kafka;
        this.mapper = mapper;
        this.timeout = config.historyTimeout();
    }

    /**
     * Reads; blocks for as long as is configured.
     *
     * @param from the earliest time
     * @param until the latest time; null for now
     */
    RunHistoryView of(UUID run, Instant from, @Nullable Instant until) {
        Instant giveUp = Instant.now().plus(timeout);
        String key = run.toString();
        try (Consumer<String, String> consumer =
                new KafkaConsumer<>(settings(), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = partitions(consumer, key);
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = ends(consumer, partitions, until);
            seek(consumer, partitions, ends, from);
            List<ConsumerRecord<String, String>> found = new ArrayList<>();
            while (!isRead(consumer, ends) && Instant.now().isBefore(giveUp)) {
                consumer.poll(POLL).forEach(record -> {
                    boolean inTime = record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()));
                    if (inTime && key.equals(record.key())) {
                        found.add(record);
                    }
                });
            }
            return new RunHistoryView(run, isRead(consumer, ends), views(found));
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.remove("group.id");
        settings.put("enable.auto.commit", false);
        settings.put("default.api.timeout.ms", (int) timeout.toMillis());
        settings.put("client.id", "reels-gateway-history-" + UUID.randomUUID());
        return settings;
    }

    /** The partition that the producers' default partitioner puts the key into, of every topic that exists. */
    private static List<TopicPartition> partitions(Consumer<String, String> consumer, String key) {
        int hash = Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8)));
        Map<String, List<PartitionInfo>> existing = consumer.listTopics();
        return Topics.all().stream()
                .filter(existing::containsKey)
                .map(topic ->
                        new TopicPartition(topic, hash % existing.get(topic).size()))
                .toList();
    }

    private static Map<TopicPartition, Long> ends(
            Consumer<String, String> consumer, List<TopicPartition> partitions, @Nullable Instant until) {
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
        if (until != null && until.isBefore(Instant.now())) {
            times(consumer, partitions, until).forEach((partition, found) -> {
                if (found != null) {
                    ends.put(partition, found.offset());
                }
            });
        }
        return ends;
    }

    private static void seek(
            Consumer<String, String> consumer,
            List<TopicPartition> partitions,
            Map<TopicPartition, Long> ends,
            Instant from) {
        times(consumer, partitions, from)
                .forEach((partition, found) ->
                        consumer.seek(partition, found == null ? ends.get(partition) : found.offset()));
    }

    private static Map<TopicPartition, @Nullable OffsetAndTimestamp> times(
            Consumer<String, String> consumer, List<TopicPartition> partitions, Instant time) {
        Map<TopicPartition, Long> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, time.toEpochMilli()));
        return consumer.offsetsForTimes(wanted);
    }

    private static boolean isRead(Consumer<String, String> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private List<RecordView> views(List<ConsumerRecord<String, String>> records) {
        records.sort(Comparator.<ConsumerRecord<String, String>>comparingLong(ConsumerRecord::timestamp)
                .thenComparing(ConsumerRecord::topic)
                .thenComparing(ConsumerRecord::offset));
        List<RecordView> views = new ArrayList<>();
        long before = records.isEmpty() ? 0 : records.getFirst().timestamp();
        for (ConsumerRecord<String, String> record : records) {
            views.add(view(record, record.timestamp() - before));
            before = record.timestamp();
        }
        return views;
    }

    private RecordView view(ConsumerRecord<String, String> record, long lagMs) {
        Header id = record.headers().lastHeader(EncodedEvent.ID_HEADER);
        return new RecordView(
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                lagMs,
                id == null ? null : new String(id.value(), StandardCharsets.UTF_8),
                json(record.value()));
    }

    private @Nullable JsonNode json(@Nullable String value) {
        try {
            return value == null ? null : mapper.readTree(value);
        } catch (JsonProcessingException e) {
            // Poison has its place in a history too; its bytes are shown with the dead letters.
            return null;
        }
    }
}
