package pro.reelsai.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import pro.reelsai.local.kafka.TopicTap;
import pro.reelsai.local.postgres.Migrations;
import pro.reelsai.local.postgres.PostgresDatabase;
import pro.reelsai.local.server.Broker;
import pro.reelsai.local.server.Database;
import pro.reelsai.local.server.Servers;
import pro.reelsai.local.storage.StorageServer;
import pro.reelsai.local.storage.StorageSettings;

/**
 * What a service under test needs around it: broker, database, storage server with its bucket. Broker and database can be
 * taken away and brought back; whether they are embedded or in containers, {@link Servers} decides.
 */
public final class Infrastructure implements AutoCloseable {
    private static final String BUCKET = "reels";
    private static final Path MIGRATIONS = Path.of("../gateway-service/src/main/resources/db/migration");

    private final Path directory;
    private final StackSecrets secrets;
    private final Deque<AutoCloseable> guests = new ArrayDeque<>();
    private final StorageServer storage;
    private final TopicTap topics;
    private final Database database;
    private final Broker broker;

    private Infrastructure(Path directory, StackSecrets secrets) throws IOException, InterruptedException {
        this.directory = directory;
        this.secrets = secrets;
        Servers servers = Servers.here();
        database = servers.database(directory.resolve("postgres"), secrets.databasePassword());
        broker = servers.broker(directory.resolve("kafka"));
        topics = new TopicTap(broker.bootstrapServers());
        storage = StorageServer.start(StorageSettings.of(directory.resolve("storage"), 0, secrets));
        createBucket();
    }

    /**
     * Starts it for a module of the suite, in a new directory of that module's {@code target}, with an empty database.
     *
     * @param secrets of all its parts
     * @throws IOException if a part does not start
     * @throws InterruptedException if the caller is interrupted
     */
    public static Infrastructure start(StackSecrets secrets) throws IOException, InterruptedException {
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
        return new Infrastructure(Files.createTempDirectory(target, "stack-"), secrets);
    }

    /**
     * The same, with the gateway's tables, for a module that meets them alone.
     *
     * @throws IOException if a part does not start
     * @throws SQLException if a migration fails
     * @throws InterruptedException if the caller is interrupted
     */
    public static Infrastructure startWithTables() throws IOException, SQLException, InterruptedException {
        Infrastructure infrastructure = start(StackSecrets.generate());
        Migrations.run(MIGRATIONS, infrastructure.database);
        return infrastructure;
    }

    /** Takes in something that lives as long as this, such as a vendor's stand-in. */
    public <T extends AutoCloseable> T with(T guest) {
        guests.push(guest);
        return guest;
    }

    /** The environment of a service that uses it. */
    public Map<String, String> environment() {
        return Map.of(
                "SUPABASE_URL", storage.url().toString(),
                "SUPABASE_SERVICE_KEY", secrets.serviceKey(),
                "SUPABASE_BUCKET", BUCKET,
                "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                "DATABASE_HOST", database.host(),
                "DATABASE_PORT", Integer.toString(database.port()),
                "DATABASE_NAME", PostgresDatabase.DATABASE,
                "DATABASE_USER", PostgresDatabase.USER,
                "DATABASE_PASSWORD", secrets.databasePassword());
    }

    /** What a service with the newer, opaque kind of key to the storage has in its environment. */
    public Map<String, String> opaqueKey() {
        return Map.of("SUPABASE_SERVICE_KEY", secrets.secretKey());
    }

    /** Where it keeps its files, and guests may keep theirs. */
    public Path directory() {
        return directory;
    }

    /** What is said on its broker. */
    public TopicTap topics() {
        return topics;
    }

    /** Its storage server, whose faults a test may plan. */
    public StorageServer storage() {
        return storage;
    }

    /** A connection to the database. */
    public Connection connect() throws SQLException {
        return database.connect();
    }

    /** Runs a statement on the database; its parameters are JDBC's. */
    public void update(String sql, Object... parameters) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }

    /** Takes the broker away. */
    public void stopBroker() throws IOException {
        broker.stop();
    }

    /** Brings the broker back, with all its records, on its old port. */
    public void startBroker() throws IOException {
        broker.start();
    }

    /** Takes the database away. */
    public void stopDatabase() throws IOException {
        database.stop();
    }

    /** Brings the database back, with all its rows, on its old port. */
    public void startDatabase() throws IOException {
        database.start();
    }

    private void createBucket() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(storage.url() + "/storage/v1/bucket"))
                    .header("Authorization", "Bearer " + secrets.serviceKey())
                    .header("apikey", secrets.serviceKey())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"id\":\"%1$s\",\"name\":\"%1$s\"}".formatted(BUCKET)))
                    .build();
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("No bucket: " + response.body());
            }
        }
    }

    /**
     * Stops its guests and then itself, and removes its files.
     *
     * @throws IOException if something does not stop
     */
    @Override
    public void close() throws IOException {
        try {
            while (!guests.isEmpty()) {
                guests.pop().close();
            }
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("A guest did not stop", e);
        }
        topics.close();
        storage.close();
        broker.close();
        database.close();
        Directories.delete(directory);
    }
}
