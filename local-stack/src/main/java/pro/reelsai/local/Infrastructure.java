package pro.reelsai.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import pro.reelsai.local.kafka.KafkaBroker;
import pro.reelsai.local.postgres.Migrations;
import pro.reelsai.local.postgres.PostgresDatabase;
import pro.reelsai.local.storage.StorageServer;
import pro.reelsai.local.storage.StorageSettings;

/** What a stage service needs around it, inside this JVM: broker, database with the gateway's tables, storage server. */
public final class Infrastructure implements AutoCloseable {
    private static final String BUCKET = "reels";

    private final PostgresDatabase database;
    private final KafkaBroker broker;
    private final StorageServer storage;
    private final StackSecrets secrets;

    private Infrastructure(PostgresDatabase database, KafkaBroker broker, StorageServer storage, StackSecrets secrets) {
        this.database = database;
        this.broker = broker;
        this.storage = storage;
        this.secrets = secrets;
    }

    /**
     * Starts it.
     *
     * @param directory where it keeps its files
     * @param migrations the gateway's Flyway migrations
     * @throws IOException if a part does not start
     * @throws SQLException if a migration fails
     * @throws InterruptedException if the caller is interrupted
     */
    public static Infrastructure start(Path directory, Path migrations)
            throws IOException, SQLException, InterruptedException {
        StackSecrets secrets = StackSecrets.generate();
        PostgresDatabase database = PostgresDatabase.start(directory.resolve("postgres"), secrets.databasePassword());
        KafkaBroker broker = KafkaBroker.start(directory.resolve("kafka"));
        StorageServer storage = StorageServer.start(StorageSettings.of(directory.resolve("storage"), 0, secrets));
        Infrastructure infrastructure = new Infrastructure(database, broker, storage, secrets);
        Migrations.run(migrations, database);
        infrastructure.createBucket();
        return infrastructure;
    }

    /** The environment of a service that uses it. */
    public Map<String, String> environment() {
        return Map.of(
                "SUPABASE_URL", storage.url().toString(),
                "SUPABASE_SERVICE_KEY", secrets.serviceKey(),
                "SUPABASE_BUCKET", BUCKET,
                "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                "DATABASE_HOST", "127.0.0.1",
                "DATABASE_PORT", Integer.toString(database.port()),
                "DATABASE_NAME", PostgresDatabase.DATABASE,
                "DATABASE_PASSWORD", secrets.databasePassword());
    }

    /** A connection to the database. */
    public Connection connect() throws SQLException {
        return database.connect();
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

    /** Stops it. */
    @Override
    public void close() throws IOException {
        storage.close();
        broker.close();
        database.close();
    }
}
