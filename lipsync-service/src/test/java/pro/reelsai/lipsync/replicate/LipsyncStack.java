package pro.reelsai.lipsync.replicate;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pro.reelsai.local.StackSecrets;
import pro.reelsai.local.kafka.KafkaBroker;
import pro.reelsai.local.postgres.PostgresDatabase;
import pro.reelsai.local.replicate.ReplicateServer;
import pro.reelsai.local.replicate.ReplicateSettings;
import pro.reelsai.local.storage.StorageServer;
import pro.reelsai.local.storage.StorageSettings;

/** A real broker, database and storage server, a stand-in for Replicate, and one for the gateway's webhook. */
public final class LipsyncStack implements QuarkusTestResourceLifecycleManager {
    private static final Path MIGRATIONS = Path.of("../gateway-service/src/main/resources/db/migration");

    static PostgresDatabase database;
    static KafkaBroker broker;
    static ReplicateServer replicate;
    static WebhookRelay gateway;
    private StorageServer storage;

    @Override
    public Map<String, String> start() {
        try {
            Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "stack-");
            StackSecrets secrets = StackSecrets.generate();
            database = PostgresDatabase.start(directory.resolve("postgres"), secrets.databasePassword());
            migrate();
            broker = KafkaBroker.start(directory.resolve("kafka"));
            storage = StorageServer.start(StorageSettings.of(directory.resolve("storage"), 0, secrets));
            createBucket(secrets);
            gateway = WebhookRelay.start();
            replicate = ReplicateServer.start(
                    ReplicateSettings.of(directory.resolve("replicate"), 0, "r8_test", "whsec_c2VjcmV0c2VjcmV0")
                            .hurried());
            return settings(secrets);
        } catch (IOException | SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> settings(StackSecrets secrets) {
        Map<String, String> settings = new HashMap<>();
        settings.put("SUPABASE_URL", storage.url().toString());
        settings.put("SUPABASE_SERVICE_KEY", secrets.serviceKey());
        settings.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        settings.put("DATABASE_HOST", "127.0.0.1");
        settings.put("DATABASE_PORT", Integer.toString(database.port()));
        settings.put("DATABASE_PASSWORD", secrets.databasePassword());
        settings.put("REPLICATE_BASE_URL", replicate.url().toString());
        settings.put("REPLICATE_API_TOKEN", "r8_test");
        settings.put("REPLICATE_LOOPBACK", "true");
        settings.put("RAI_GATEWAY_BACKEND_URL", gateway.url().toString());
        // Everything that waits for minutes waits for a second here.
        settings.put("quarkus.rest-client.replicate.read-timeout", "1500");
        settings.put("reels.lipsync.replicate.settling", "2s");
        settings.put("reels.lipsync.replicate.pause", "500ms");
        settings.put("reels.calls.tick", "200ms");
        settings.put("reels.calls.first-look", "2s");
        settings.put("reels.calls.longest-wait", "3s");
        settings.put("reels.stage.workspace", "target/workspace");
        return settings;
    }

    private static void migrate() throws IOException, SQLException {
        List<Path> migrations;
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            migrations =
                    files.sorted(Comparator.comparing(LipsyncStack::version)).toList();
        }
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (Path migration : migrations) {
                statement.execute(Files.readString(migration));
            }
        }
    }

    private static double version(Path migration) {
        String name = migration.getFileName().toString();
        return Double.parseDouble(name.substring(1, name.indexOf("__")).replace('_', '.'));
    }

    private void createBucket(StackSecrets secrets) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(storage.url() + "/storage/v1/bucket"))
                    .header("Authorization", "Bearer " + secrets.serviceKey())
                    .header("apikey", secrets.serviceKey())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"reels\",\"name\":\"reels\"}"))
                    .build();
            http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Override
    public void stop() {
        try {
            for (AutoCloseable part : new AutoCloseable[] {replicate, gateway, storage, broker, database}) {
                if (part != null) {
                    part.close();
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
