package pro.reelsai.gateway;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pro.reelsai.local.FreePort;
import pro.reelsai.local.StackSecrets;
import pro.reelsai.local.kafka.KafkaBroker;
import pro.reelsai.local.postgres.PostgresDatabase;
import pro.reelsai.local.sentry.SentryServer;
import pro.reelsai.local.slack.SlackServer;
import pro.reelsai.local.storage.StorageServer;
import pro.reelsai.local.storage.StorageSettings;
import pro.reelsai.runtime.work.WorkDirectory;

/** A real broker, a real database and a real storage server for the gateway under test. */
public class GatewayStack implements QuarkusTestResourceLifecycleManager {
    static final StackSecrets SECRETS = StackSecrets.generate();
    static final String WEBHOOK_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** Of the gateway that is under test; started and stopped with it. */
    static SlackServer slack;

    /** What the gateway's errors are told to. */
    static SentryServer sentry;

    static final GreenMail mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    private static volatile @Nullable GatewayStack running;

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final int brokerPort = FreePort.next();
    private final int controllerPort = FreePort.next();
    private @Nullable Path directory;
    private @Nullable KafkaBroker kafka;
    private @Nullable PostgresDatabase postgres;

    /** The stack of the gateway under test, for whoever takes it apart. */
    static GatewayStack running() {
        return Objects.requireNonNull(running);
    }

    void stopBroker() {
        Objects.requireNonNull(kafka).close();
    }

    void startBroker() throws IOException {
        kafka = KafkaBroker.start(Objects.requireNonNull(directory).resolve("kafka"), brokerPort, controllerPort);
    }

    void stopDatabase() throws IOException {
        Objects.requireNonNull(postgres).close();
    }

    /** On the port of the one that was stopped, if one was. */
    void startDatabase() throws IOException {
        int port = postgres == null ? FreePort.next() : postgres.port();
        postgres = PostgresDatabase.start(
                Objects.requireNonNull(directory).resolve("postgres"), port, SECRETS.databasePassword());
    }

    @Override
    public Map<String, String> start() {
        try {
            directory = Files.createTempDirectory("gateway-test-");
            started.push(() -> WorkDirectory.deleteTree(directory));
            startBroker();
            started.push(this::stopBroker);
            startDatabase();
            started.push(this::stopDatabase);
            SigningKeyServer keys = SigningKeyServer.start();
            started.push(keys);
            StorageServer storage = StorageServer.start(StorageSettings.of(directory.resolve("storage"), 0, SECRETS));
            started.push(storage);
            slack = SlackServer.start();
            started.push(slack);
            sentry = SentryServer.start();
            started.push(sentry);
            mail.start();
            started.push(mail::stop);
            createBucket(storage.url());
            running = this;
            Map<String, String> configuration =
                    configuration(Objects.requireNonNull(kafka), Objects.requireNonNull(postgres), storage);
            configuration.put("reels.auth.jwks-url", keys.url());
            configuration.put("reels.auth.jwks-pause", "1s");
            return configuration;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> configuration(
            KafkaBroker kafka, PostgresDatabase postgres, StorageServer storage) {
        Map<String, String> configuration = new HashMap<>();
        configuration.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        configuration.put("DATABASE_HOST", "127.0.0.1");
        configuration.put("DATABASE_PORT", String.valueOf(postgres.port()));
        configuration.put("DATABASE_NAME", PostgresDatabase.DATABASE);
        configuration.put("DATABASE_USER", PostgresDatabase.USER);
        configuration.put("DATABASE_PASSWORD", postgres.password());
        configuration.put("SUPABASE_URL", storage.url().toString());
        configuration.put("SUPABASE_SERVICE_KEY", SECRETS.serviceKey());
        configuration.put("SUPABASE_JWT_SECRET", SECRETS.jwtSecret());
        configuration.put("SLACKBOT_RA_WEBHOOK_URL", slack.webhook().toString());
        configuration.put("SENTRY_DSN", sentry.dsn());
        configuration.put("SMTP_HOST", "127.0.0.1");
        configuration.put("SMTP_PORT", String.valueOf(mail.getSmtp().getPort()));
        configuration.put("REDIRECT_URL", "https://app.example.com/ads?from=mail&x=1");
        configuration.put("REPLICATE_WEBHOOK_SECRET", WEBHOOK_SECRET);
        return configuration;
    }

    private static void createBucket(URI url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/storage/v1/bucket"))
                .header("Authorization", "Bearer " + SECRETS.serviceKey())
                .header("apikey", SECRETS.serviceKey())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"reels\",\"name\":\"reels\",\"public\":false}"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("The bucket could not be created: " + answer.body());
        }
    }

    @Override
    public void stop() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
