package pro.reelsai.local.server;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import pro.reelsai.local.FreePort;
import pro.reelsai.local.postgres.PostgresDatabase;

/** A database server beside this process. */
final class EmbeddedDatabase implements Database {
    private final Path directory;
    private final String password;
    private final int port = FreePort.next();
    private PostgresDatabase database;

    EmbeddedDatabase(Path directory, String password) throws IOException {
        this.directory = directory;
        this.password = password;
        database = PostgresDatabase.start(directory, port, password);
    }

    @Override
    public String host() {
        return "127.0.0.1";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Connection connect() throws SQLException {
        return database.connect();
    }

    @Override
    public void stop() throws IOException {
        database.close();
    }

    @Override
    public void start() throws IOException {
        database = PostgresDatabase.start(directory, port, password);
    }

    @Override
    public void close() throws IOException {
        database.close();
    }
}
