package pro.reelsai.local.server;

import java.io.IOException;

/** A Kafka broker with the suite's topics, which can be taken away and brought back with all its records. */
public interface Broker extends AutoCloseable {
    /** What a client puts into {@code bootstrap.servers}; stays the same. */
    String bootstrapServers();

    /**
     * Takes it away.
     *
     * @throws IOException if it does not stop
     */
    void stop() throws IOException;

    /**
     * Brings it back, where it was, and waits until it serves.
     *
     * @throws IOException if it does not come up
     */
    void start() throws IOException;

    /** Ends it for good. */
    @Override
    void close() throws IOException;
}
