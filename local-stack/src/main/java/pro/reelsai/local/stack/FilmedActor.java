package pro.reelsai.local.stack;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;
import pro.reelsai.local.StackSecrets;
import pro.reelsai.local.postgres.PostgresDatabase;

/**
 * The actor whom a lip-sync model animates where the stack has stand-ins for vendors: a portrait video in the bucket and a
 * row in the gateway's table. Whoever has real footage does the same with it. The video here is a film of an illustrated
 * presenter, made by {@code PortraitFilm} of the lip-sync service.
 */
final class FilmedActor {
    private static final UUID ID = UUID.fromString("a3d94b10-52e6-4f7c-8b20-000000000101");
    private static final String KEY = "actors/" + ID + "/portrait_video.mp4";

    private static final String INSERT = """
            INSERT INTO actors (id, name, gender, provider, identifier, video_key, default_voice_id, is_visible, position)
            SELECT ?, 'Theo', 'male', 'REPLICATE', 'theo', ?, id, true, 101
              FROM voices WHERE provider = 'LOCAL' AND gender = 'male' ORDER BY position LIMIT 1
            ON CONFLICT (id) DO NOTHING
            """;

    private FilmedActor() {}

    /**
     * Brings the actor in, once the gateway has made its tables.
     *
     * @throws StackException if the bucket or the database refuses
     */
    static void engage(StackConfig config, StackSecrets secrets, StackBucket bucket)
            throws StackException, IOException, InterruptedException {
        bucket.put(KEY, film(), "video/mp4");
        Properties login = new Properties();
        login.setProperty("user", PostgresDatabase.USER);
        login.setProperty("password", secrets.databasePassword());
        String database = "jdbc:postgresql://%s:%d/%s"
                .formatted(StackConfig.LOOPBACK, config.ports().postgres(), PostgresDatabase.DATABASE);
        try (Connection connection = DriverManager.getConnection(database, login);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, ID);
            insert.setString(2, KEY);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StackException("The filmed actor could not be brought in: " + e.getMessage(), e);
        }
    }

    private static byte[] film() throws IOException {
        try (InputStream in = FilmedActor.class.getResourceAsStream("/actors/portrait_video.mp4")) {
            if (in == null) {
                throw new FileNotFoundException("The filmed actor's video is missing");
            }
            return in.readAllBytes();
        }
    }
}
