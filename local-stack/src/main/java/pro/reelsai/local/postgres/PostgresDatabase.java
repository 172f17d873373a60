package pro.reelsai.local.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import pro.reelsai.local.FreePort;

/**
 * A real PostgreSQL server beside this process, with the database {@value #DATABASE}. Its data survives restarts,
 * a kill of the server, and a kill of this process: zonky's test settings, which trade that for speed, are undone.
 *
 * <p>PostgreSQL refuses to run as root; for root, zonky runs it in a user namespace of its own ({@code unshare -U}).
 */
public final class PostgresDatabase implements AutoCloseable {
    /** The database of the suite. */
    public static final String DATABASE = "reels";

    /** The owner of the database. */
    public static final String USER = "postgres";

    private static final String HOST = "127.0.0.1";
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final EmbeddedPostgres server;
    private final ProcessHandle process;
    private final String password;

    private PostgresDatabase(EmbeddedPostgres server, ProcessHandle process, String password) {
        this.server = server;
        this.process = process;
        this.password = password;
    }

    /**
     * Starts a server on a free port.
     *
     * @param directory where the data is kept
     * @param password of {@link #USER}; has to stay the same for a directory
     * @throws IOException if the server does not come up
     */
    public static PostgresDatabase start(Path directory, String password) throws IOException {
        return start(directory, FreePort.next(), password);
    }

    /**
     * Starts a server, recovers its data where the last one was killed, and waits until it answers.
     *
     * @param directory where the data is kept
     * @param port the port on 127.0.0.1
     * @param password of {@link #USER}; has to stay the same for a directory
     * @throws IOException if the server does not come up
     */
    public static PostgresDatabase start(Path directory, int port, String password) throws IOException {
        DataDirectory data = new DataDirectory(directory.toAbsolutePath());
        data.prepare();
        EmbeddedPostgres server = launch(data, port, password);
        ProcessHandle process = data.postmaster()
                .orElseThrow(() -> new IOException("PostgreSQL ended right after its start, see " + data.log()));
        PostgresDatabase database = new PostgresDatabase(server, process, password);
        try {
            database.createDatabase();
            data.markComplete();
        } catch (SQLException e) {
            database.close();
            throw new IOException("The database " + DATABASE + " could not be created", e);
        } catch (IOException e) {
            database.close();
            throw e;
        }
        return database;
    }

    private static EmbeddedPostgres launch(DataDirectory data, int port, String password) throws IOException {
        Path passwordFile = data.writePasswordFile(password);
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data.cluster())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(data.binaries().toFile())
                    .setPort(port)
                    .setPGStartupWait(START)
                    .setConnectConfig("password", password)
                    // Options of initdb: zonky would set up the cluster to trust everyone on the machine.
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", passwordFile.toString())
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setOutputRedirector(Redirect.appendTo(data.log().toFile()))
                    .setErrorRedirector(Redirect.appendTo(data.log().toFile()));
            ServerSettings.all().forEach(builder::setServerConfig);
            return builder.start();
        } catch (IllegalStateException e) {
            throw new IOException("PostgreSQL did not start on port " + port + ", see " + data.log(), e);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private void createDatabase() throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            boolean present;
            try (ResultSet found =
                    statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                present = found.next();
            }
            if (!present) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        }
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return server.getPort();
    }

    /** The password of {@link #USER}. */
    public String password() {
        return password;
    }

    /** The process of the server. It is not a child of this one: its parent has started it and left. */
    public ProcessHandle process() {
        return process;
    }

    /** The JDBC URL of the database, without user and password. */
    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    /**
     * A new connection to the database as {@link #USER}.
     *
     * @throws SQLException if the server is gone
     */
    public Connection connect() throws SQLException {
        return connect(DATABASE);
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), USER, password);
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://" + HOST + ":" + port() + "/" + database;
    }

    /** Stops the server: open transactions are rolled back, the data is flushed. Kills it if that takes too long. */
    @Override
    public void close() throws IOException {
        server.close();
        try {
            process.onExit().orTimeout(STOP.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            process.destroyForcibly();
        }
    }
}
