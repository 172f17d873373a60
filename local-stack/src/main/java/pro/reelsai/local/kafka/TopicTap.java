package pro.reelsai.local.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The topics of a broker for a bystander: says records and knows all that was ever said. Its clients are opened once and
 * survive a restart of the broker, so that asking again and again costs next to nothing. For tests.
 */
public final class TopicTap implements AutoCloseable {
    private final String bootstrapServers;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Heard> topics = new ConcurrentHashMap<>();

    /**
     * Listens to nothing yet.
     *
     * @param bootstrapServers of the broker
     */
    public TopicTap(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.ACKS_CONFIG, "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /**
     * Says a record, and waits until the broker has it.
     *
     * @return where it lies
     * @throws IllegalStateException if the broker does not take it, or the caller is interrupted
     */
    public RecordMetadata send(ProducerRecord<String, byte[]> said) {
        try {
            return producer.send(said).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker did not take the record", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the broker took a record", e);
        }
    }

    /** The same, with a value of text. */
    public RecordMetadata send(String topic, String key, String value, Map<String, String> headers) {
        ProducerRecord<String, byte[]> said = new ProducerRecord<>(topic, key, value.getBytes(StandardCharsets.UTF_8));
        headers.forEach((name, text) -> said.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return send(said);
    }

    /** All records of a topic up to this moment; in order within a partition. */
    public List<ConsumerRecord<String, byte[]>> records(String topic) {
        return heard(topic).upToNow();
    }

    /** Those with a key. */
    public List<ConsumerRecord<String, byte[]>> records(String topic, String key) {
        return records(topic).stream().filter(found -> key.equals(found.key())).toList();
    }

    /**
     * Waits for a record.
     *
     * @param fits which; those of the past count too
     * @param patience how long at the most
     * @return the first that fits, or nothing
     */
    public Optional<ConsumerRecord<String, byte[]>> await(
            String topic, Predicate<ConsumerRecord<String, byte[]>> fits, Duration patience) {
        Instant end = Instant.now().plus(patience);
        Optional<ConsumerRecord<String, byte[]>> found;
        int seen = 0;
        do {
            List<ConsumerRecord<String, byte[]>> all = heard(topic).soon();
            found = all.stream().skip(seen).filter(fits).findFirst();
            seen = all.size();
        } while (found.isEmpty() && Instant.now().isBefore(end));
        return found;
    }

    /** A record as text; an absent value stays absent. */
    public static ConsumerRecord<String, String> text(ConsumerRecord<String, byte[]> found) {
        return new ConsumerRecord<>(
                found.topic(),
                found.partition(),
                found.offset(),
                found.timestamp(),
                found.timestampType(),
                found.serializedKeySize(),
                found.serializedValueSize(),
                found.key(),
                found.value() == null ? null : new String(found.value(), StandardCharsets.UTF_8),
                found.headers(),
                found.leaderEpoch());
    }

    /**
     * A header of a record as text.
     *
     * @throws NullPointerException if the record has none of this name
     */
    public static String header(ConsumerRecord<?, ?> found, String name) {
        return new String(found.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private Heard heard(String topic) {
        return topics.computeIfAbsent(topic, name -> new Heard(bootstrapServers, name));
    }

    /** Closes its clients. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
        topics.values().forEach(Heard::close);
    }

    /** One topic, and what it has said so far. */
    private static final class Heard {
        private static final Duration GLANCE = Duration.ofMillis(100);

        private final KafkaConsumer<String, byte[]> consumer;
        private final List<TopicPartition> partitions;
        private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

        Heard(String bootstrapServers, String topic) {
            consumer = new KafkaConsumer<>(
                    Map.of(
                            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            bootstrapServers,
                            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                            false),
                    new StringDeserializer(),
                    new ByteArrayDeserializer());
            partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }

        synchronized List<ConsumerRecord<String, byte[]>> upToNow() {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                listen();
            }
            return List.copyOf(records);
        }

        synchronized List<ConsumerRecord<String, byte[]>> soon() {
            listen();
            return List.copyOf(records);
        }

        private void listen() {
            consumer.poll(GLANCE).forEach(records::add);
        }

        synchronized void close() {
            consumer.close();
        }
    }
}
