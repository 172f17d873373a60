package pro.reelsai.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import pro.reelsai.local.postgres.PostgresDatabase;
import pro.reelsai.local.stack.LocalStack;
import pro.reelsai.local.stack.PartStatus;
import pro.reelsai.local.stack.StackConfig;
import pro.reelsai.local.stack.StackException;
import pro.reelsai.local.stack.StackListener;

/** Makes trouble in the suite that all tests of this package share, and sets it right again. */
final class Trouble {
    private static final String FAULTS = "stage-faults";

    /** A dead member of a consumer group is given up after this long; Kafka allows no less than six seconds. */
    private static final int SESSION_MILLIS = 6500;

    /** How often a stage tries again what failed through a fault of its own, as it is set where nobody has set it. */
    private static final int RETRIES_AFTER_A_FAULT = 2;

    private final LocalStack stack;

    Trouble(LocalStack stack) {
        this.stack = stack;
    }

    /** What lets a suite in this state directory get over trouble as ever, but sooner. */
    static Map<String, String> settings(Path state) {
        return Map.of(
                "REELS_STAGE_FAULTS", state.resolve(FAULTS).toString(),
                "REELS_STAGE_LEASE_TIME", "PT6S",
                "REELS_STAGE_RETRY_WAITS", "PT0.5S,PT1S,PT2S",
                "REELS_GATEWAY_DEADLINE_CHECK", "1s",
                "REELS_GATEWAY_DEADLINE_GRACE", "0s",
                "JAVA_TOOL_OPTIONS", "-Dmp.messaging.connector.smallrye-kafka.session.timeout.ms=" + SESSION_MILLIS);
    }

    /** Lets a stage take its time over its next job, so that something can happen meanwhile. */
    void delay(String stage) throws IOException {
        Path folder = Files.createDirectories(stack.config().state().path().resolve(FAULTS));
        Files.write(folder.resolve(stage), List.of("work dawdle 90s"));
    }

    /** Lets a stage fail at its next job as often as it is tried, until it gives up. */
    void failForGood(String stage) throws IOException {
        Path folder = Files.createDirectories(stack.config().state().path().resolve(FAULTS));
        Files.write(folder.resolve(stage), Collections.nCopies(1 + RETRIES_AFTER_A_FAULT, "work fault"));
    }

    /** {@code kill -9} of a part's process. */
    void kill(String part) throws Exception {
        ProcessHandle process = stack.status().stream()
                .filter(status -> status.name().equals(part) && status.pid() != null)
                .map(PartStatus::pid)
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(part + " does not run"));
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
    }

    /** Starts again what does not run, and waits until everything serves. */
    void heal() throws StackException, InterruptedException {
        stack.up(StackListener.SILENT);
    }

    /** Says something in a topic that nobody can read. */
    void talkNonsense(String topic) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", stack.config().kafka()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "nonsense", "This is no event"))
                    .get();
        }
    }

    /** Lets the hour pass that an ad of a project may take. */
    void letTheDeadlinePass(UUID project) throws Exception {
        String database = "jdbc:postgresql://%s:%d/%s"
                .formatted(StackConfig.LOOPBACK, stack.config().ports().postgres(), PostgresDatabase.DATABASE);
        try (Connection connection = DriverManager.getConnection(
                        database, PostgresDatabase.USER, stack.secrets().databasePassword());
                PreparedStatement pass = connection.prepareStatement(
                        "UPDATE runs SET deadline = now() - interval '1 second' WHERE project_id = ? AND finished_at IS NULL")) {
            pass.setObject(1, project);
            if (pass.executeUpdate() != 1) {
                throw new IllegalStateException("No ad of " + project + " is being made");
            }
        }
    }
}
