package pro.reelsai.local.kafka;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import pro.reelsai.local.FreePort;

/**
 * A real Kafka broker and controller (KRaft, one node) in this process. Records survive restarts in the data directory;
 * the topics of the suite exist once {@link #start()} has returned, and no others are ever created by accident.
 */
public final class KafkaBroker implements AutoCloseable {
    private final BrokerSettings settings;
    private final KafkaRaftServer server;

    private KafkaBroker(BrokerSettings settings, KafkaRaftServer server) {
        this.settings = settings;
        this.server = server;
    }

    /**
     * Starts a broker on two free ports.
     *
     * @param directory where the logs are kept
     * @throws IOException if the directory cannot be prepared or the broker does not come up
     */
    public static KafkaBroker start(Path directory) throws IOException {
        return start(directory, FreePort.next(), FreePort.next());
    }

    /**
     * Starts a broker and waits until every topic of the suite exists.
     *
     * @param directory where the logs are kept
     * @param port the port for clients on 127.0.0.1
     * @param controllerPort the port of the controller quorum on 127.0.0.1
     * @throws IOException if the directory cannot be prepared or the broker does not come up
     */
    public static KafkaBroker start(Path directory, int port, int controllerPort) throws IOException {
        return start(directory, port, controllerPort, Map.of());
    }

    /**
     * Starts a broker that differs in some of its settings, and waits until every topic of the suite exists.
     *
     * @param directory where the logs are kept
     * @param port the port for clients on 127.0.0.1
     * @param controllerPort the port of the controller quorum on 127.0.0.1
     * @param others Kafka's settings that are to be others than usual; whoever changes the listeners keeps those two
     * @throws IOException if the directory cannot be prepared or the broker does not come up
     */
    public static KafkaBroker start(Path directory, int port, int controllerPort, Map<String, String> others)
            throws IOException {
        BrokerSettings settings = new BrokerSettings(directory.toAbsolutePath(), port, controllerPort, others);
        LogDirectory.format(settings);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings.properties()), Time.SYSTEM);
        KafkaBroker broker = new KafkaBroker(settings, server);
        try {
            server.startup();
            new SuiteTopics(broker.bootstrapServers()).create();
        } catch (IOException | RuntimeException e) {
            broker.close();
            throw e;
        }
        return broker;
    }

    /** What a client puts into {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return settings.bootstrapServers();
    }

    /** Stops the broker in order, so that the next start needs no recovery. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
