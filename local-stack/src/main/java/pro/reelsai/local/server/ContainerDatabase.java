package pro.reelsai.local.server;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.testcontainers.containers.PostgreSQLContainer;
import pro.reelsai.local.FreePort;
import pro.reelsai.local.postgres.PostgresDatabase;

/** A database server in a container, on a port that stays when it is stopped and started again. */
final class ContainerDatabase implements Database {
    private static final String IMAGE = "postgres:18";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final PostgreSQLContainer<?> container;

    // Closed by close(), and by Testcontainers' own reaper if this process dies.
    @SuppressWarnings("resource")
    ContainerDatabase(String password) {
        container = new PostgreSQLContainer<>(IMAGE)
                .withDatabaseName(PostgresDatabase.DATABASE)
                .withUsername(PostgresDatabase.USER)
                .withPassword(password);
        container.setPortBindings(List.of(FreePort.next() + ":" + PostgreSQLContainer.POSTGRESQL_PORT));
        container.start();
    }

    @Override
    public String host() {
        return container.getHost();
    }

    @Override
    public int port() {
        return container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(container.getJdbcUrl(), container.getUsername(), container.getPassword());
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
        Instant giveUp = Instant.now().plus(PATIENCE);
        while (!answers()) {
            if (Instant.now().isAfter(giveUp)) {
                throw new IOException("PostgreSQL did not come back within " + PATIENCE.toSeconds() + " s");
            }
            pause();
        }
    }

    private boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private static void pause() throws InterruptedIOException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for PostgreSQL");
        }
    }

    @Override
    public void close() {
        container.close();
    }
}
