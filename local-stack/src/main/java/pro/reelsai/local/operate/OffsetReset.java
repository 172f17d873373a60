package pro.reelsai.local.operate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import pro.reelsai.local.stack.StackException;
import pro.reelsai.model.ConsumerGroups;
import pro.reelsai.model.Stage;
import pro.reelsai.model.Topics;

/** Moves a stage's consumer group back in time, so that it hears its requests again. */
public final class OffsetReset implements AutoCloseable {
    private final KafkaAdmin kafka;
    private final String group;
    private final String topic;

    /**
     * @param bootstrapServers the broker
     * @param stage whose requests are to be heard again
     */
    public OffsetReset(String bootstrapServers, Stage stage) {
        this.kafka = new KafkaAdmin(bootstrapServers);
        this.group = ConsumerGroups.of(stage);
        this.topic = Topics.requested(stage);
    }

    /** The consumer group that is moved. */
    public String group() {
        return group;
    }

    /** The topic that it reads. */
    public String topic() {
        return topic;
    }

    /**
     * One partition.
     *
     * @param partition its number
     * @param current where the group reads on
     * @param target where it would read on, at most where it does now
     */
    public record Move(int partition, long current, long target) {
        /** How many records are heard again. */
        public long records() {
            return current - target;
        }
    }

    /**
     * What a reset would do. Nobody is moved forward: no request is ever left out.
     *
     * @param since the time from which requests are heard again
     * @throws StackException if Kafka does not answer
     */
    public List<Move> plan(Instant since) throws StackException, InterruptedException {
        Map<TopicPartition, Long> position = kafka.position(group, topic);
        List<Move> moves = new ArrayList<>();
        kafka.offsets(topic, OffsetSpec.forTimestamp(since.toEpochMilli())).forEach((partition, found) -> {
            long current = position.get(partition);
            moves.add(new Move(partition.partition(), current, found < 0 ? current : Math.min(found, current)));
        });
        moves.sort(Comparator.comparingInt(Move::partition));
        return moves;
    }

    /**
     * How many processes read for the group just now.
     *
     * @throws StackException if Kafka does not answer
     */
    public int members() throws StackException, InterruptedException {
        return kafka.members(group);
    }

    /**
     * Does what was planned.
     *
     * @throws StackException if somebody reads for the group, or Kafka does not answer
     */
    public void apply(List<Move> moves) throws StackException, InterruptedException {
        Map<TopicPartition, Long> to = new HashMap<>();
        moves.forEach(move -> to.put(new TopicPartition(topic, move.partition()), move.target()));
        kafka.move(group, to);
    }

    @Override
    public void close() {
        kafka.close();
    }
}
