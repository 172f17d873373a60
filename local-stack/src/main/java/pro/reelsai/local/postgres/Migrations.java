package pro.reelsai.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pro.reelsai.local.server.Database;

/** Runs a folder of Flyway's versioned migrations without Flyway, for services that meet the gateway's tables alone. */
public final class Migrations {
    /** What Flyway itself runs besides, such as {@code afterMigrate.sql}, is the gateway's own business. */
    private static final Pattern VERSIONED = Pattern.compile("V(\\d+(?:_\\d+)?)__.+\\.sql");

    private Migrations() {}

    /**
     * Runs all of them in Flyway's order: {@code V9_1__x.sql} comes after {@code V9__x.sql} and before {@code V10__x.sql}.
     *
     * @throws IOException if the folder cannot be read
     * @throws SQLException if one of them fails
     */
    public static void run(Path folder, Database database) throws IOException, SQLException {
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(file -> matcher(file).matches())
                    .sorted(Comparator.comparingDouble(Migrations::version))
                    .toList();
        }
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (Path file : files) {
                statement.execute(Files.readString(file));
            }
        }
    }

    private static Matcher matcher(Path file) {
        return VERSIONED.matcher(file.getFileName().toString());
    }

    private static double version(Path file) {
        return Double.parseDouble(matcher(file).replaceFirst("$1").replace('_', '.'));
    }
}
