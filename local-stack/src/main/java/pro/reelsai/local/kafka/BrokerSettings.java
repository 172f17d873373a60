package pro.reelsai.local.kafka;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pro.reelsai.model.Topics;

/**
 * The broker's configuration: one node, loopback only, and sized for a laptop. Buffers and thread pools that Kafka
 * dimensions for a server (a 128 MiB deduplication buffer, 50 partitions of consumer offsets) are cut down.
 *
 * @param directory the log directory
 * @param port the port for clients
 * @param controllerPort the port of the controller quorum
 * @param others settings that are to be others than these
 */
record BrokerSettings(Path directory, int port, int controllerPort, Map<String, String> others) {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    private static final String HOST = "127.0.0.1";

    BrokerSettings {
        others = Map.copyOf(others);
    }

    String bootstrapServers() {
        return HOST + ":" + port;
    }

    Map<String, String> properties() {
        return Stream.of(identity(), retention(), footprint(), others)
                .flatMap(part -> part.entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (usual, other) -> other));
    }

    private Map<String, String> identity() {
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE_ID),
                "controller.quorum.voters",
                NODE_ID + "@" + HOST + ":" + controllerPort,
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "listeners",
                "PLAINTEXT://" + bootstrapServers() + ",CONTROLLER://" + HOST + ":" + controllerPort,
                "advertised.listeners",
                "PLAINTEXT://" + bootstrapServers(),
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "log.dirs",
                directory.toString());
    }

    private static Map<String, String> retention() {
        String hours = Integer.toString(Topics.RETENTION_DAYS * 24);
        return Map.of(
                "auto.create.topics.enable", "false",
                "num.partitions", Integer.toString(Topics.PARTITIONS),
                "default.replication.factor", "1",
                "log.retention.hours", hours,
                // A group that was idle for as long as its records are kept still knows where it was.
                "offsets.retention.minutes", Integer.toString(Topics.RETENTION_DAYS * 24 * 60),
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1");
    }

    private static Map<String, String> footprint() {
        return Map.ofEntries(
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.num.partitions", "2"),
                Map.entry("share.coordinator.state.topic.num.partitions", "2"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "3"),
                Map.entry("num.replica.fetchers", "1"),
                Map.entry("num.recovery.threads.per.data.dir", "2"),
                Map.entry("background.threads", "2"),
                Map.entry("group.coordinator.threads", "1"),
                Map.entry("log.cleaner.threads", "1"),
                Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(2 << 20)),
                Map.entry("log.cleaner.io.buffer.size", Integer.toString(256 << 10)),
                Map.entry("log.segment.bytes", Integer.toString(64 << 20)),
                Map.entry("log.index.size.max.bytes", Integer.toString(256 << 10)),
                Map.entry("queued.max.requests", "100"),
                // Nobody else joins: a group need not wait three seconds for late members.
                Map.entry("group.initial.rebalance.delay.ms", "0"));
    }
}
