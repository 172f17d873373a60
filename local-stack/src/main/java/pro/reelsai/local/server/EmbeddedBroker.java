package pro.reelsai.local.server;

import java.io.IOException;
import java.nio.file.Path;
import pro.reelsai.local.FreePort;
import pro.reelsai.local.kafka.KafkaBroker;

/** A broker in this process. */
final class EmbeddedBroker implements Broker {
    private final Path directory;
    private final int port = FreePort.next();
    private final int controllerPort = FreePort.next();
    private KafkaBroker broker;

    EmbeddedBroker(Path directory) throws IOException {
        this.directory = directory;
        broker = KafkaBroker.start(directory, port, controllerPort);
    }

    @Override
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @Override
    public void stop() {
        broker.close();
    }

    @Override
    public void start() throws IOException {
        broker = KafkaBroker.start(directory, port, controllerPort);
    }

    @Override
    public void close() {
        broker.close();
    }
}
