package pro.reelsai.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pro.reelsai.model.Topics;

class KafkaBrokerTest {
    @TempDir
    Path directory;

    @Test
    void keepsItsRecordsAndTopicsAcrossARestart() throws Exception {
        // Given
        try (KafkaBroker broker = KafkaBroker.start(directory)) {
            send(broker, "first", "none");
        }

        // When
        List<String> read;
        Map<String, TopicDescription> topics;
        try (KafkaBroker broker = KafkaBroker.start(directory)) {
            send(broker, "second", "lz4");
            read = readAll(broker);
            topics = describe(broker);
        }

        // Then
        assertThat(read).containsExactly("first", "second");
        assertThat(topics).containsOnlyKeys(Topics.all());
        assertThat(topics.values())
                .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(Topics.PARTITIONS));
    }

    @Test
    void doesNotCreateATopicBecauseSomebodyMistypedIt() throws Exception {
        // Given
        try (KafkaBroker broker = KafkaBroker.start(directory);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            // When / Then
            assertThatThrownBy(() -> admin.describeTopics(List.of("reels.voice.requestd.v1"))
                            .allTopicNames()
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    private static void send(KafkaBroker broker, String value, String compression) throws Exception {
        Map<String, Object> config = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker.bootstrapServers(),
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                compression);
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.VOICE_REQUESTED, "run", value))
                    .get();
        }
    }

    private static List<String> readAll(KafkaBroker broker) {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG, "reader",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        List<String> values = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(Topics.VOICE_REQUESTED));
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (values.size() < 2 && System.nanoTime() < deadline) {
                for (ConsumerRecord<String, String> polled : consumer.poll(Duration.ofMillis(500))) {
                    values.add(polled.value());
                }
            }
        }
        return values;
    }

    private static Map<String, TopicDescription> describe(KafkaBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            return admin.describeTopics(admin.listTopics().names().get())
                    .allTopicNames()
                    .get();
        }
    }
}
