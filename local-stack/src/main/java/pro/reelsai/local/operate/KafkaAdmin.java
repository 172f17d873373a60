package pro.reelsai.local.operate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;
import pro.reelsai.local.stack.StackException;

/** The little that is asked of Kafka about topics and consumer groups; every answer is waited for. */
final class KafkaAdmin implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    /** Kept, so that its level is: a client tells all its settings at every start, between the lines of our answers. */
    private static final Logger CLIENT = Logger.getLogger("org.apache.kafka");

    static {
        CLIENT.setLevel(Level.WARN);
    }

    private final Admin admin;

    KafkaAdmin(String bootstrapServers) {
        this.admin = Admin.create(Map.of(
                "bootstrap.servers", bootstrapServers, "request.timeout.ms", 5000, "default.api.timeout.ms", 15_000));
    }

    /** An offset of every partition of a topic; -1 where a time was asked for and nothing was written since. */
    Map<TopicPartition, Long> offsets(String topic, OffsetSpec which) throws StackException, InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        get(admin.describeTopics(List.of(topic)).allTopicNames())
                .get(topic)
                .partitions()
                .forEach(info -> wanted.put(new TopicPartition(topic, info.partition()), which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        get(admin.listOffsets(wanted).all()).forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    /** Where a group reads on in a topic: at the topic's beginning where it has never read. */
    Map<TopicPartition, Long> position(String group, String topic) throws StackException, InterruptedException {
        Map<TopicPartition, Long> position = offsets(topic, OffsetSpec.earliest());
        get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> position.computeIfPresent(partition, (same, first) -> offset.offset()));
        return position;
    }

    /** How many processes read for a group just now; none for a group that there never was. */
    int members(String group) throws StackException, InterruptedException {
        KafkaFuture<ConsumerGroupDescription> described =
                admin.describeConsumerGroups(List.of(group)).describedGroups().get(group);
        try {
            return get(described).members().size();
        } catch (StackException e) {
            if (e.getCause() instanceof ExecutionException told
                    && told.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw e;
        }
    }

    /** Moves a group; Kafka refuses while somebody reads for it. */
    void move(String group, Map<TopicPartition, Long> to) throws StackException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        to.forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
        get(admin.alterConsumerGroupOffsets(group, offsets).all());
    }

    private static <T> T get(KafkaFuture<T> answer) throws StackException, InterruptedException {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new StackException("Kafka refuses: " + e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new StackException("Kafka does not answer. Is the suite running? ./reels status", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
