package pro.reelsai.gateway.admin.lag;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Where topics and consumer groups stand.
 *
 * @param first the first offset that each partition still has
 * @param last the offset after the last record of each partition
 * @param committed where each group reads on, for the partitions in which it has acknowledged anything
 * @param members how many processes read for each group
 */
record GroupOffsets(
        Map<TopicPartition, Long> first,
        Map<TopicPartition, Long> last,
        Map<String, Map<TopicPartition, @Nullable OffsetAndMetadata>> committed,
        Map<String, Integer> members) {
    /**
     * Asks Kafka, in five requests; blocks.
     *
     * @throws ExecutionException if Kafka does not answer, or does not know a topic
     */
    static GroupOffsets read(Admin admin, List<String> groups, List<String> topics)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> earliest = new HashMap<>();
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        admin.describeTopics(topics).allTopicNames().get().forEach((topic, description) -> {
            for (TopicPartitionInfo partition : description.partitions()) {
                earliest.put(new TopicPartition(topic, partition.partition()), OffsetSpec.earliest());
                latest.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest());
            }
        });
        Map<String, ListConsumerGroupOffsetsSpec> all = new HashMap<>();
        groups.forEach(group -> all.put(group, new ListConsumerGroupOffsetsSpec()));
        // What is committed first can only be behind: never is a lag below zero told.
        var committed = admin.listConsumerGroupOffsets(all).all().get();
        return new GroupOffsets(offsets(admin, earliest), offsets(admin, latest), committed, members(admin, groups));
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, Map<TopicPartition, OffsetSpec> wanted)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listOffsets(wanted).all().get().forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private static Map<String, Integer> members(Admin admin, Collection<String> groups)
            throws ExecutionException, InterruptedException {
        Map<String, Integer> members = new HashMap<>();
        for (Map.Entry<String, KafkaFuture<ConsumerGroupDescription>> described :
                admin.describeConsumerGroups(groups).describedGroups().entrySet()) {
            members.put(described.getKey(), members(described.getValue()));
        }
        return members;
    }

    private static int members(KafkaFuture<ConsumerGroupDescription> described)
            throws ExecutionException, InterruptedException {
        try {
            return described.get().members().size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw e;
        }
    }

    /** How many records of a topic a group has yet to acknowledge; what has expired, nobody has to. */
    long behind(String group, String topic) {
        Map<TopicPartition, @Nullable OffsetAndMetadata> own = committed.getOrDefault(group, Map.of());
        return last.entrySet().stream()
                .filter(end -> end.getKey().topic().equals(topic))
                .mapToLong(end -> end.getValue() - position(own, end.getKey()))
                .sum();
    }

    private long position(Map<TopicPartition, @Nullable OffsetAndMetadata> own, TopicPartition partition) {
        long begin = first.getOrDefault(partition, 0L);
        OffsetAndMetadata acknowledged = own.get(partition);
        return acknowledged == null ? begin : Math.max(begin, acknowledged.offset());
    }

    /** How many processes read for a group. */
    int readers(String group) {
        return members.getOrDefault(group, 0);
    }
}
