package pro.reelsai.local.server;

import java.io.IOException;
import java.util.List;
import org.testcontainers.kafka.KafkaContainer;
import pro.reelsai.local.FreePort;
import pro.reelsai.local.kafka.SuiteTopics;

/** A broker in a container, on a port that stays when it is stopped and started again. */
final class ContainerBroker implements Broker {
    private static final String IMAGE = "apache/kafka:4.1.1";
    private static final int PORT_INSIDE = 9092;

    // Closed by close(), and by Testcontainers' own reaper if this process dies.
    @SuppressWarnings("resource")
    private final KafkaContainer container =
            new KafkaContainer(IMAGE).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");

    ContainerBroker() throws IOException {
        container.setPortBindings(List.of(FreePort.next() + ":" + PORT_INSIDE));
        container.start();
        waitUntilItServes();
    }

    @Override
    public String bootstrapServers() {
        return container.getBootstrapServers();
    }

    @Override
    public void stop() {
        container.getDockerClient().stopContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void start() throws IOException {
        container
                .getDockerClient()
                .startContainerCmd(container.getContainerId())
                .exec();
        waitUntilItServes();
    }

    /** Making the topics is the first thing that needs a broker, and waits for it. */
    private void waitUntilItServes() throws IOException {
        new SuiteTopics(bootstrapServers()).create();
    }

    @Override
    public void close() {
        container.close();
    }
}
