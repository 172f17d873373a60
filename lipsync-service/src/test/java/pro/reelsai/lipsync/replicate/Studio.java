package pro.reelsai.lipsync.replicate;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import pro.reelsai.local.kafka.TopicTap;
import pro.reelsai.model.Actor;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.LayoutType;
import pro.reelsai.model.LipsyncProvider;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.ObjectKeys;
import pro.reelsai.model.Product;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.StageOutput;
import pro.reelsai.model.StoredObject;
import pro.reelsai.model.VideoConfiguration;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.event.EncodedEvent;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;
import pro.reelsai.runtime.storage.ObjectStorage;

/** What lies around the stage: a filmed actor and a speech in the bucket, the gateway's rows, the topics. */
final class Studio {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final double SPEECH_SECONDS = 2;
    private static final ObjectKey ACTOR_VIDEO = ObjectKeys.actor(new UUID(7, 7), "video.mp4");
    private static Path files;

    /** Everything that a run needs, and the request to its lip-sync stage. */
    StageRequested aRun(ObjectStorage bucket) throws Exception {
        return aRun(bucket, Duration.ofHours(1));
    }

    StageRequested aRun(ObjectStorage bucket, Duration untilDeadline) throws Exception {
        film(bucket);
        UUID project = UUID.randomUUID();
        UUID product = UUID.randomUUID();
        update(
                "INSERT INTO products (id, user_id, name, description, created_at, updated_at)"
                        + " VALUES (?, ?, 'Name', 'Description', now(), now())",
                product,
                project);
        update(
                "INSERT INTO projects (id, user_id, product_id, status, created_at, updated_at)"
                        + " VALUES (?, ?, ?, 'draft', now(), now())",
                project,
                project,
                product);
        Map<Artifact, StoredObject> speech = Map.of(
                Artifact.SPEECH, put(bucket, project, "speech.mp3", "audio/mpeg"),
                Artifact.WORDS, put(bucket, project, "words.json", "application/json"));
        return request(insertRun(project), project, untilDeadline, speech);
    }

    /** Another run of the same project with the same inputs; the first has ended. */
    StageRequested anotherRunOf(StageRequested first) throws SQLException {
        setState(first.runId(), "FAILED");
        return request(
                insertRun(first.projectId()),
                first.projectId(),
                Duration.ofHours(1),
                first.context().output(Stage.VOICE).orElseThrow().artifacts());
    }

    void setState(UUID run, String state) throws SQLException {
        update("UPDATE runs SET state = ? WHERE id = ?", state, run);
    }

    void send(EncodedEvent event) {
        LipsyncStack.infrastructure.topics().send(event.topic(), event.key(), event.value(), Map.of());
    }

    /** All records of a run in a topic, from its beginning. */
    List<ConsumerRecord<String, String>> records(String topic, UUID run) {
        return LipsyncStack.infrastructure.topics().records(topic, run.toString()).stream()
                .map(TopicTap::text)
                .toList();
    }

    /** A call as its row says: outcome, external id, price, whether it is closed. */
    record CallRow(String outcome, String externalId, BigDecimal price, boolean closed) {}

    List<CallRow> calls(StageRequested request) throws SQLException {
        List<CallRow> calls = new ArrayList<>();
        try (Connection connection = LipsyncStack.infrastructure.connect();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT outcome, external_id, price_usd, closed_at IS NOT NULL FROM provider_calls"
                                + " WHERE project_id = ? ORDER BY created_at")) {
            statement.setObject(1, request.projectId());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    calls.add(new CallRow(
                            rows.getString(1), rows.getString(2), rows.getBigDecimal(3), rows.getBoolean(4)));
                }
            }
        }
        return calls;
    }

    void update(String sql, Object... parameters) throws SQLException {
        LipsyncStack.infrastructure.update(sql, parameters);
    }

    private static UUID insertRun(UUID project) throws SQLException {
        UUID run = UUID.randomUUID();
        new Studio()
                .update(
                        "INSERT INTO runs (id, project_id, user_id, kind, state, attempt, context, deadline, created_at)"
                                + " VALUES (?, ?, ?, 'VIDEO', 'RUNNING', 1, '{}', now(), now())",
                        run,
                        project,
                        project);
        return run;
    }

    private static StageRequested request(
            UUID run, UUID project, Duration untilDeadline, Map<Artifact, StoredObject> speech) {
        StageOutput voice = new StageOutput(
                new Fingerprint("b".repeat(64)), speech, SPEECH_SECONDS, "local", "test", BigDecimal.ZERO, false);
        return new StageRequested(
                run,
                project,
                project,
                Stage.LIPSYNC,
                1,
                Instant.now(),
                Instant.now().plus(untilDeadline),
                new StageContext(
                        new Product(project, "Name", "Description", null),
                        new VideoConfiguration(15, "all", "Buy", "fun", AspectRatio.PORTRAIT, null, "en"),
                        null,
                        null,
                        new Actor(new UUID(7, 7), "Emma", LipsyncProvider.REPLICATE, "emma", ACTOR_VIDEO),
                        LayoutType.TOP_BOTTOM,
                        List.of(),
                        Map.of(Stage.VOICE, voice)));
    }

    private static StoredObject put(ObjectStorage bucket, UUID project, String file, String type) {
        ObjectKey key = ObjectKeys.work(project, Stage.VOICE, new Fingerprint("b".repeat(64)), file);
        return bucket.upload(key, files.resolve(file), type).await().atMost(PATIENCE);
    }

    /** Makes the files once, and puts the actor's video into the bucket. */
    private static synchronized void film(ObjectStorage bucket) throws Exception {
        if (files != null) {
            return;
        }
        Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "studio-");
        Ffmpeg ffmpeg = new Ffmpeg("ffmpeg");
        ffmpeg.run(
                new FFmpegBuilder()
                        .addInput("testsrc2=size=180x320:rate=25:duration=1.2")
                        .setFormat("lavfi")
                        .done()
                        .addOutput(directory.resolve("video.mp4"))
                        .setVideoCodec("libx264")
                        .done(),
                FfmpegRun.of(Duration.ofSeconds(2)));
        ffmpeg.run(
                new FFmpegBuilder()
                        .addInput("sine=frequency=220:duration=" + SPEECH_SECONDS)
                        .setFormat("lavfi")
                        .done()
                        .addOutput(directory.resolve("speech.mp3"))
                        .setAudioCodec("libmp3lame")
                        .done(),
                FfmpegRun.of(Duration.ofSeconds(2)));
        Files.writeString(directory.resolve("words.json"), "{}");
        bucket.upload(ACTOR_VIDEO, directory.resolve("video.mp4"), "video/mp4")
                .await()
                .atMost(PATIENCE);
        files = directory;
    }
}
