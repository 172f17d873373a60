package pro.reelsai.local.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pro.reelsai.local.kafka.KafkaBroker;
import pro.reelsai.local.operate.OffsetReset.Move;
import pro.reelsai.local.stack.StackException;
import pro.reelsai.model.Stage;
import pro.reelsai.model.Topics;

class OffsetResetTest {
    @TempDir
    Path directory;

    @Test
    void movesAGroupBackButNeverForwardAndOnlyWhileNobodyReads() throws Exception {
        // Given
        Instant now = Instant.now();
        try (KafkaBroker broker = KafkaBroker.start(directory);
                OffsetReset reset = new OffsetReset(broker.bootstrapServers(), Stage.VOICE)) {
            send(
                    broker,
                    now.minus(Duration.ofHours(3)),
                    now.minus(Duration.ofHours(1)),
                    now.minus(Duration.ofMinutes(1)));
            List<Move> unread = reset.plan(now.minus(Duration.ofHours(2)));

            // When
            try (KafkaConsumer<String, String> reader = read(broker)) {
                assertThat(reset.members()).isEqualTo(1);
                assertThatThrownBy(() -> reset.apply(reset.plan(now.minus(Duration.ofHours(2)))))
                        .isInstanceOf(StackException.class);
            }
            List<Move> plan = reset.plan(now.minus(Duration.ofHours(2)));
            reset.apply(plan);

            // Then
            assertThat(unread).allSatisfy(move -> assertThat(move.records()).isZero());
            assertThat(plan)
                    .hasSize(Topics.PARTITIONS)
                    .filteredOn(move -> move.records() > 0)
                    .singleElement()
                    .satisfies(move -> assertThat(move).isEqualTo(new Move(move.partition(), 3, 1)));
            assertThat(reset.members()).isZero();
        }
    }

    private static void send(KafkaBroker broker, Instant... times) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            for (Instant time : times) {
                producer.send(new ProducerRecord<>(Topics.VOICE_REQUESTED, null, time.toEpochMilli(), "run", "{}"))
                        .get();
            }
        }
    }

    /** Somebody who has read and acknowledged everything, and reads on. */
    private static KafkaConsumer<String, String> read(KafkaBroker broker) {
        KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "group.id",
                        "reels-voice",
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of(Topics.VOICE_REQUESTED));
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        for (int read = 0; read < 3 && System.nanoTime() < deadline; ) {
            read += consumer.poll(Duration.ofMillis(200)).count();
        }
        consumer.commitSync();
        return consumer;
    }
}
