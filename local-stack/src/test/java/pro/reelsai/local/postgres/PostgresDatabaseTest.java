package pro.reelsai.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresDatabaseTest {
    private static final String PASSWORD = "correct horse";

    @TempDir
    Path directory;

    @Test
    void keepsWhatWasCommittedWhenTheServerIsKilled() throws Exception {
        // Given
        try (PostgresDatabase database = PostgresDatabase.start(directory, PASSWORD)) {
            execute(database, "CREATE TABLE ad (name text)");
            execute(database, "INSERT INTO ad VALUES ('kept')");
            database.process().destroyForcibly();
            database.process().onExit().join();
        }

        // When
        String found;
        try (PostgresDatabase database = PostgresDatabase.start(directory, PASSWORD)) {
            found = query(database, "SELECT name FROM ad");
        }

        // Then
        assertThat(found).isEqualTo("kept");
    }

    @Test
    void startsAlthoughAPidFileNamesAnotherLiveProcess() throws Exception {
        // Given
        PostgresDatabase.start(directory, PASSWORD).close();
        Files.writeString(
                directory.resolve("cluster/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + directory.resolve("cluster") + "\n1\n1\n\n127.0.0.1\n\nready\n");

        // When
        String found;
        try (PostgresDatabase database = PostgresDatabase.start(directory, PASSWORD)) {
            found = query(database, "SELECT current_database()");
        }

        // Then
        assertThat(found).isEqualTo("reels");
    }

    @Test
    void startsOverWhereTheFirstStartWasCutShort() throws Exception {
        // Given
        Path cluster = Files.createDirectories(directory.resolve("cluster"));
        Files.writeString(cluster.resolve("postgresql.conf"), "# nothing more was written");

        // When
        String found;
        try (PostgresDatabase database = PostgresDatabase.start(directory, PASSWORD)) {
            found = query(database, "SELECT current_database()");
        }

        // Then
        assertThat(found).isEqualTo("reels");
    }

    @Test
    void asksForThePasswordAndSurvivesCrashes() throws Exception {
        // Given
        try (PostgresDatabase database = PostgresDatabase.start(directory, PASSWORD)) {
            // When / Then
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), PostgresDatabase.USER, "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(Map.of(setting, query(database, "SHOW " + setting))).containsEntry(setting, "on");
            }
        }
    }

    private static void execute(PostgresDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(PostgresDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }
}
