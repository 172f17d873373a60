package pro.reelsai.local.operate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import pro.reelsai.local.stack.StackException;
import pro.reelsai.model.Stage;
import pro.reelsai.model.Topics;

/** How many requests wait for each stage. */
public final class StageLag implements AutoCloseable {
    /** The groups that read the retry topics, the shortest wait first. */
    private static final List<String> RETRIES = List.of("-retries-first", "-retries-second", "-retries-later");

    private final KafkaAdmin kafka;

    /**
     * @param bootstrapServers the broker
     */
    public StageLag(String bootstrapServers) {
        this.kafka = new KafkaAdmin(bootstrapServers);
    }

    /**
     * One stage.
     *
     * @param stage the stage
     * @param members how many processes take its requests
     * @param waiting how many requests it has not acknowledged yet, the one that it works on among them
     * @param retrying how many wait for another try
     */
    public record Lag(Stage stage, int members, long waiting, long retrying) {}

    /**
     * All stages in their order.
     *
     * @throws StackException if Kafka does not answer
     */
    public List<Lag> all() throws StackException, InterruptedException {
        List<Lag> lags = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            String topic = Topics.requested(stage);
            String group = OffsetReset.groupOf(stage);
            long retrying = 0;
            for (int i = 0; i < RETRIES.size(); i++) {
                retrying += behind(group + RETRIES.get(i), Topics.retries(topic).get(i));
            }
            lags.add(new Lag(stage, kafka.members(group), behind(group, topic), retrying));
        }
        return lags;
    }

    private long behind(String group, String topic) throws StackException, InterruptedException {
        Map<TopicPartition, Long> ends = kafka.offsets(topic, OffsetSpec.latest());
        Map<TopicPartition, Long> position = kafka.position(group, topic);
        return ends.entrySet().stream()
                .mapToLong(end -> end.getValue() - position.get(end.getKey()))
                .sum();
    }

    @Override
    public void close() {
        kafka.close();
    }
}
