package pro.reelsai.stage;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import pro.reelsai.local.FreePort;
import pro.reelsai.local.StackSecrets;
import pro.reelsai.local.kafka.KafkaBroker;
import pro.reelsai.local.postgres.Migrations;
import pro.reelsai.local.postgres.PostgresDatabase;
import pro.reelsai.local.sentry.SentryServer;
import pro.reelsai.local.storage.StorageServer;
import pro.reelsai.local.storage.StorageSettings;

/** A real broker, database with the gateway's tables, and storage server for the tests of this module. */
public final class StageTestResource implements QuarkusTestResourceLifecycleManager {
    private static final Path MIGRATIONS = Path.of("../gateway-service/src/main/resources/db/migration");

    static PostgresDatabase database;
    static KafkaBroker broker;
    static StorageServer storage;
    static SentryServer sentry;
    static Cable databaseCable;
    private static Path directory;
    private static int brokerPort;
    private static int brokerControllerPort;

    @Override
    public Map<String, String> start() {
        try {
            directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "stack-");
            StackSecrets secrets = StackSecrets.generate();
            database = PostgresDatabase.start(directory.resolve("postgres"), secrets.databasePassword());
            Migrations.run(MIGRATIONS, database);
            databaseCable = new Cable(database.port());
            brokerPort = FreePort.next();
            brokerControllerPort = FreePort.next();
            startBroker();
            storage = StorageServer.start(StorageSettings.of(directory.resolve("storage"), 0, secrets));
            createBucket(secrets);
            sentry = SentryServer.start();
            return Map.of(
                    "SUPABASE_URL", storage.url().toString(),
                    "SUPABASE_SERVICE_KEY", secrets.serviceKey(),
                    "quarkus.rest-client.supabase-storage.read-timeout", "5000",
                    "SENTRY_DSN", sentry.dsn(),
                    "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                    "DATABASE_HOST", "127.0.0.1",
                    "DATABASE_PORT", Integer.toString(databaseCable.port()),
                    "DATABASE_PASSWORD", secrets.databasePassword());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts the broker, for the first time or again. */
    static void startBroker() throws IOException {
        broker = KafkaBroker.start(directory.resolve("kafka"), brokerPort, brokerControllerPort);
    }

    private void createBucket(StackSecrets secrets) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(storage.url() + "/storage/v1/bucket"))
                    .header("Authorization", "Bearer " + secrets.serviceKey())
                    .header("apikey", secrets.serviceKey())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"reels\",\"name\":\"reels\"}"))
                    .build();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("No bucket: " + response.body());
            }
        }
    }

    @Override
    public void stop() {
        try {
            if (sentry != null) {
                sentry.close();
            }
            if (storage != null) {
                storage.close();
            }
            if (broker != null) {
                broker.close();
            }
            if (databaseCable != null) {
                databaseCable.close();
            }
            if (database != null) {
                database.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
