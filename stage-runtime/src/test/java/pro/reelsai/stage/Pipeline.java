package pro.reelsai.stage;

import java.nio.charset.StandardCharsets;
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
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import pro.reelsai.local.Infrastructure;
import pro.reelsai.local.kafka.TopicTap;
import pro.reelsai.model.Actor;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.LayoutType;
import pro.reelsai.model.LipsyncProvider;
import pro.reelsai.model.Product;
import pro.reelsai.model.Script;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.Topics;
import pro.reelsai.model.TtsProvider;
import pro.reelsai.model.VideoConfiguration;
import pro.reelsai.model.Voice;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.event.EncodedEvent;

/** What lies around the stage: the gateway's rows before it, the topics on both sides. */
final class Pipeline {
    /** A run of a new project, in the database, with the request to its voice stage. */
    StageRequested aRun(String script) throws SQLException {
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
        return request(insertRun(project), project, new Script(project, "Title", script));
    }

    /** A second run of the same project with the same inputs; the first has ended. */
    StageRequested anotherRunOf(StageRequested first) throws SQLException {
        setState(first.runId(), "COMPLETED");
        return request(
                insertRun(first.projectId()), first.projectId(), first.context().script());
    }

    /** What has been spent so far was spent yesterday. */
    void endTheDay() throws SQLException {
        update("UPDATE provider_calls SET started_at = started_at - interval '1 day'");
    }

    /** A run whose events queue up behind those of another. */
    StageRequested onTheSamePartitionAs(StageRequested other, String script) throws SQLException {
        StageRequested request;
        do {
            request = aRun(script);
        } while (partition(request.runId()) != partition(other.runId()));
        return request;
    }

    void setState(UUID run, String state) throws SQLException {
        update("UPDATE runs SET state = ? WHERE id = ?", state, run);
    }

    void leaseToADeadPod(StageRequested request, Fingerprint fingerprint, Duration left) throws SQLException {
        update(
                "INSERT INTO stage_lease (project_id, stage, fingerprint, epoch, owner, lease_until)"
                        + " VALUES (?, 'voice', ?, 1, 'dead', now() + ? * interval '1 second')",
                request.projectId(),
                fingerprint.value(),
                (double) left.toSeconds());
    }

    void letTheLeaseRunOut(StageRequested request) throws SQLException {
        update("UPDATE stage_lease SET lease_until = now() WHERE project_id = ?", request.projectId());
    }

    /** What another pod does that has found the lease expired. */
    void takeOver(StageRequested request) {
        try {
            update(
                    "UPDATE stage_lease SET epoch = epoch + 1, owner = 'other',"
                            + " lease_until = now() + interval '1 minute' WHERE project_id = ?",
                    request.projectId());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long leaseEpoch(StageRequested request) throws SQLException {
        try (Connection connection = infrastructure().connect();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT epoch FROM stage_lease WHERE project_id = ?")) {
            statement.setObject(1, request.projectId());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** Outcome and price of the paid calls of a request's project. */
    List<String> calls(StageRequested request) throws SQLException {
        try (Connection connection = infrastructure().connect();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT outcome || ' ' || trim_scale(price_usd) FROM provider_calls WHERE project_id = ?")) {
            statement.setObject(1, request.projectId());
            List<String> calls = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    calls.add(rows.getString(1));
                }
            }
            return calls;
        }
    }

    /** Whether nobody holds the lease of a request's output. */
    boolean leaseIsFree(StageRequested request) throws SQLException {
        try (Connection connection = infrastructure().connect();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT lease_until <= now() FROM stage_lease WHERE project_id = ?")) {
            statement.setObject(1, request.projectId());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    /** The first offset that a group would be given again on the partition of a request; 0 where it has none. */
    long committed(String group, StageRequested request) throws Exception {
        TopicPartition partition = new TopicPartition(request.topic(), partition(request.runId()));
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                infrastructure().environment().get("KAFKA_BOOTSTRAP_SERVERS"));
        try (Admin admin = Admin.create(settings)) {
            OffsetAndMetadata offset = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(partition);
            return offset == null ? 0 : offset.offset();
        }
    }

    /** Sends an event and tells its offset. */
    long send(EncodedEvent event) {
        return sendBytes(event.topic(), event.key(), event.value().getBytes(StandardCharsets.UTF_8), Map.of());
    }

    long sendBytes(String topic, String key, byte @Nullable [] value, Map<String, String> headers) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, header) -> record.headers().add(name, header.getBytes(StandardCharsets.UTF_8)));
        return infrastructure().topics().send(record).offset();
    }

    /** All records of a run in a topic, from its beginning. */
    List<ConsumerRecord<String, String>> records(String topic, UUID run) {
        return rawRecords(topic, run).stream().map(TopicTap::text).toList();
    }

    /** The same, with the values as they are. */
    List<ConsumerRecord<String, byte[]>> rawRecords(String topic, UUID run) {
        return infrastructure().topics().records(topic, run.toString());
    }

    static String eventId(ConsumerRecord<String, String> record) {
        return header(record, EncodedEvent.ID_HEADER);
    }

    static String header(ConsumerRecord<String, ?> record, String name) {
        return TopicTap.header(record, name);
    }

    private static int partition(UUID run) {
        byte[] key = run.toString().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % Topics.PARTITIONS;
    }

    private static UUID insertRun(UUID project) throws SQLException {
        UUID run = UUID.randomUUID();
        update(
                "INSERT INTO runs (id, project_id, user_id, kind, state, attempt, context, deadline, created_at)"
                        + " VALUES (?, ?, ?, 'VIDEO', 'RUNNING', 1, '{}', now(), now())",
                run,
                project,
                project);
        return run;
    }

    private static StageRequested request(UUID run, UUID project, Script script) {
        return new StageRequested(
                run,
                project,
                project,
                Stage.VOICE,
                1,
                Instant.now(),
                Instant.now().plus(Duration.ofHours(1)),
                new StageContext(
                        new Product(project, "Name", "Description", null),
                        new VideoConfiguration(15, "all", "Buy", "fun", AspectRatio.PORTRAIT, null, "en"),
                        script,
                        new Voice(project, "Grace", TtsProvider.LOCAL, "slt"),
                        new Actor(project, "Maya", LipsyncProvider.LOCAL, "maya", null),
                        LayoutType.TOP_BOTTOM,
                        List.of(),
                        Map.of()));
    }

    private static void update(String sql, Object... parameters) throws SQLException {
        infrastructure().update(sql, parameters);
    }

    private static Infrastructure infrastructure() {
        return StageTestResource.infrastructure;
    }
}
