package pro.reelsai.gateway;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import pro.reelsai.local.kafka.TopicTap;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.AspectRatio;
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
import pro.reelsai.runtime.storage.ObjectStorage;

/** Plays the stages: hears what the gateway asks for and says what stages say. */
final class Pipeline {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final EventCodec CODEC = new EventCodec(ReelsJson.mapper());

    private Pipeline() {}

    static void say(ReelsEvent event) {
        EncodedEvent encoded = CODEC.encode(event);
        topics().send(encoded.topic(), encoded.key(), encoded.value(), encoded.headers());
    }

    static void send(ProducerRecord<String, byte[]> kafka) {
        topics().send(kafka);
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
        return topics().await(topic, found -> fits.test(TopicTap.text(found)), PATIENCE)
                .map(TopicTap::text)
                .orElseThrow(() -> new AssertionError("Nothing that fits came on " + topic));
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

    /** The same in further shapes of the ad. */
    static RunCompleted completedInShapes(StageRequested caption, AspectRatio... further) {
        StageOutput output = output(caption, Artifact.FINAL_VIDEO, "final_video_w_captions.mp4");
        for (AspectRatio shape : further) {
            output = output.with(shape, inShape(caption, shape));
        }
        return new RunCompleted(
                caption.runId(),
                caption.projectId(),
                caption.userId(),
                Stage.CAPTION,
                caption.attempt(),
                Instant.now(),
                caption.context().with(Stage.CAPTION, output));
    }

    private static StageOutput inShape(StageRequested caption, AspectRatio shape) {
        Fingerprint fingerprint = Fingerprint.of(Stage.CAPTION, caption.runId(), shape);
        StoredObject stored = new StoredObject(
                ObjectKeys.work(caption.projectId(), Stage.CAPTION, fingerprint, "final_video_w_captions.mp4"),
                "0".repeat(64),
                1,
                "video/mp4");
        return new StageOutput(
                fingerprint, Map.of(Artifact.FINAL_VIDEO, stored), 12.5, "local", "test", BigDecimal.ZERO, false);
    }

    /** Puts the files of a finished run where the stages would have put them; each of them says "ad". */
    static void putFiles(ObjectStorage storage, RunCompleted completed) {
        completed.context().outputs().values().stream()
                .flatMap(StageOutput::files)
                .forEach(stored -> storage.upload(
                                stored.key(),
                                MediaFixtures.file("ad.bin", "ad".getBytes(StandardCharsets.UTF_8)),
                                stored.contentType())
                        .await()
                        .atMost(Duration.ofSeconds(5)));
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

    private static TopicTap topics() {
        return GatewayStack.running().topics();
    }
}
