package pro.reelsai.gateway;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.ObjectKeys;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageOutput;
import pro.reelsai.model.StageState;
import pro.reelsai.model.StoredObject;
import pro.reelsai.model.event.ReelsEvent;
import pro.reelsai.model.event.RunCompleted;
import pro.reelsai.model.event.RunFailed;
import pro.reelsai.model.event.RunProgress;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.event.EncodedEvent;
import pro.reelsai.runtime.event.EventCodec;
import pro.reelsai.runtime.event.EventUnreadableException;
import pro.reelsai.runtime.json.ReelsJson;

/** Plays the stages: hears what the gateway asks for and says what stages say. */
final class Pipeline {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final EventCodec CODEC = new EventCodec(ReelsJson.mapper());

    private Pipeline() {}

    static void say(ReelsEvent event) {
        EncodedEvent encoded = CODEC.encode(event);
        ProducerRecord<String, String> kafka = new ProducerRecord<>(encoded.topic(), encoded.key(), encoded.value());
        encoded.headers().forEach((name, text) -> kafka.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        send(kafka);
    }

    static void send(ProducerRecord<String, String> kafka) {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings(), new StringSerializer(), new StringSerializer())) {
            producer.send(kafka);
        }
    }

    static void sendBytes(ProducerRecord<byte[], byte[]> kafka) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(kafka);
        }
    }

    /** The request that the gateway sent for a run. */
    static StageRequested requestOf(Stage stage, String runId) {
        return requestOf(stage, runId, 1);
    }

    /** The request that the gateway sent for an attempt of a run. */
    static StageRequested requestOf(Stage stage, String runId, int attempt) {
        String topic = pro.reelsai.model.Topics.requested(stage);
        String id = "%s:%s:%d:requested".formatted(runId, stage.wireName(), attempt);
        ConsumerRecord<String, String> kafka = await(topic, found -> {
            Header header = found.headers().lastHeader(EncodedEvent.ID_HEADER);
            return header != null && id.equals(new String(header.value(), StandardCharsets.UTF_8));
        });
        try {
            return (StageRequested) CODEC.decode(topic, kafka.value());
        } catch (EventUnreadableException e) {
            throw new AssertionError(e);
        }
    }

    /** The first record of a topic that fits. */
    static ConsumerRecord<String, String> await(String topic, Predicate<ConsumerRecord<String, String>> fits) {
        Instant end = Instant.now().plus(PATIENCE);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings(), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (Instant.now().isBefore(end)) {
                for (ConsumerRecord<String, String> found : consumer.poll(Duration.ofMillis(200))) {
                    if (fits.test(found)) {
                        return found;
                    }
                }
            }
        }
        throw new AssertionError("Nothing that fits came on " + topic);
    }

    static StageRequested next(StageRequested request, Artifact artifact, String file) {
        return request.next(request.stage().next().orElseThrow(), output(request, artifact, file), Instant.now());
    }

    static StageOutput output(StageRequested request, Artifact artifact, String file) {
        Fingerprint fingerprint = Fingerprint.of(request.stage(), request.runId());
        StoredObject stored = new StoredObject(
                ObjectKeys.work(request.projectId(), request.stage(), fingerprint, file),
                "0".repeat(64),
                1,
                "application/octet-stream");
        return new StageOutput(
                fingerprint, Map.of(artifact, stored), 12.5, "local", "test", new BigDecimal("0.25"), false);
    }

    static RunCompleted completed(StageRequested caption) {
        return new RunCompleted(
                caption.runId(),
                caption.projectId(),
                caption.userId(),
                Stage.CAPTION,
                caption.attempt(),
                Instant.now(),
                caption.context()
                        .with(Stage.CAPTION, output(caption, Artifact.FINAL_VIDEO, "final_video_w_captions.mp4")));
    }

    static RunFailed failed(StageRequested request, FailureCode code, String message) {
        return new RunFailed(
                request.runId(),
                request.projectId(),
                request.userId(),
                request.stage(),
                request.attempt(),
                code,
                message,
                Instant.now());
    }

    static RunProgress progress(StageRequested request, StageState state, int percent) {
        return new RunProgress(
                request.runId(),
                request.projectId(),
                request.userId(),
                request.stage(),
                request.attempt(),
                state,
                percent,
                "working",
                Instant.now());
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
        return settings;
    }
}
