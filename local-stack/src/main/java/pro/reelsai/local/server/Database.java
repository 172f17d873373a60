package pro.reelsai.local.server;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** A PostgreSQL server with the suite's database, which can be taken away and brought back with all its rows. */
public interface Database extends AutoCloseable {
    /** The address of its machine. */
    String host();

    /** Its port; stays the same. */
    int port();

    /**
     * A new connection to the database as its owner.
     *
     * @throws SQLException if the server is away
     */
    Connection connect() throws SQLException;

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
