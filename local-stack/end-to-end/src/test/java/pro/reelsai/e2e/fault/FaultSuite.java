package pro.reelsai.e2e.fault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pro.reelsai.e2e.Ports;
import pro.reelsai.local.demo.ApiClient;
import pro.reelsai.local.postgres.PostgresDatabase;
import pro.reelsai.local.stack.LocalStack;
import pro.reelsai.local.stack.PartStatus;
import pro.reelsai.local.stack.Service;
import pro.reelsai.local.stack.StackConfig;
import pro.reelsai.local.stack.StackException;
import pro.reelsai.local.stack.StackListener;

/** A whole suite of real processes that makes small drafts, and whose processes can be killed, stopped and cut off. */
final class FaultSuite implements AutoCloseable {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    /** A dead member of a consumer group is given up after this long; Kafka allows no less than six seconds. */
    private static final int SESSION_MILLIS = 6500;

    /** After so long the services give up a request to the bucket; long enough for the small files of a trial. */
    static final int STORAGE_MILLIS = 15_000;

    private static final int STARTS = 3;

    private static final String STAGE_FAULTS = "stage-faults";

    private final LocalStack stack;
    private final @Nullable SmallDisk disk;
    private int ads;

    private FaultSuite(LocalStack stack, @Nullable SmallDisk disk) {
        this.stack = stack;
        this.disk = disk;
    }

    /**
     * Starts a suite.
     *
     * @param replicas how many processes of the services named
     * @param world what it stands on
     */
    static FaultSuite start(Map<Service, Integer> replicas, World world) throws Exception {
        Path state = Files.createTempDirectory(Files.createDirectories(TARGET), "faults-");
        Map<String, String> all = new HashMap<>(Map.of(
                "REELS_EDITING_SHORT_SIDE", "270",
                "REELS_GATEWAY_STARTING_CREDITS", "1000",
                "REELS_STAGE_LEASE_TIME", "PT6S",
                "REELS_STAGE_FAULTS", state.resolve(STAGE_FAULTS).toString(),
                "REELS_STAGE_RETRY_WAITS", "PT3S,PT8S,PT20S",
                "REELS_STAGE_DRAIN", "20S",
                "JAVA_TOOL_OPTIONS", "-Dmp.messaging.connector.smallrye-kafka.session.timeout.ms=" + SESSION_MILLIS));
        // The same waits as in production, but shorter ones.
        all.putAll(Map.of(
                "REELS_CALLS_FIRST_LOOK", "5S",
                "REELS_LIPSYNC_REPLICATE_SETTLING", "12S",
                "QUARKUS_REST_CLIENT_REPLICATE_READ_TIMEOUT", "8000",
                "QUARKUS_REST_CLIENT_SUPABASE_STORAGE_READ_TIMEOUT", Integer.toString(STORAGE_MILLIS)));
        all.putAll(world.settings());
        LocalStack stack = new LocalStack(StackConfig.of(ROOT, state, Ports.freeRange())
                .withReplicas(replicas)
                .withVendors(true)
                .withSettings(all));
        SmallDisk disk = world.diskMegabytes() == 0
                ? null
                : SmallDisk.over(stack.config().state().workspace(), world.diskMegabytes());
        FaultSuite suite = new FaultSuite(stack, disk);
        try {
            suite.heal();
            suite.vendors().hireActor(suite);
            return suite;
        } catch (Exception e) {
            suite.close();
            throw e;
        }
    }

    Vendors vendors() {
        return new Vendors(stack.config());
    }

    StackConfig config() {
        return stack.config();
    }

    String kafka() {
        return StackConfig.LOOPBACK + ":" + config().ports().kafka();
    }

    String serviceKey() throws StackException {
        return stack.secrets().serviceKey();
    }

    ApiClient user(UUID user) throws StackException {
        return new ApiClient(config().gatewayUrl(), stack.token(user, "authenticated", Duration.ofHours(2)));
    }

    ApiClient operator() throws StackException {
        return new ApiClient(
                config().gatewayUrl(), stack.token(UUID.randomUUID(), "service_role", Duration.ofHours(2)));
    }

    Connection database() throws SQLException, StackException {
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%d/%s?connectTimeout=5&socketTimeout=20"
                        .formatted(StackConfig.LOOPBACK, config().ports().postgres(), PostgresDatabase.DATABASE),
                PostgresDatabase.USER,
                stack.secrets().databasePassword());
    }

    /** The process of a part, where it runs. */
    ProcessHandle process(String part) throws StackException, InterruptedException {
        return stack.status().stream()
                .filter(status -> status.name().equals(part) && status.pid() != null)
                .map(PartStatus::pid)
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(part + " does not run"));
    }

    /** {@code kill -9}; what it had started itself goes on alone, as it would after a crash. */
    void kill(String part) throws Exception {
        ProcessHandle process = process(part);
        if (part.equals("postgres")) {
            killPostmaster();
        }
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
    }

    private void killPostmaster() throws IOException {
        try (Stream<Path> files = Files.walk(config().state().path().resolve("postgres"), 3)) {
            for (Path file :
                    files.filter(path -> path.endsWith("postmaster.pid")).toList()) {
                long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }

    /** Sends a signal, such as {@code STOP}. */
    void signal(String part, String name) throws Exception {
        Process kill = new ProcessBuilder(
                        "kill", "-" + name, Long.toString(process(part).pid()))
                .start();
        if (kill.waitFor() != 0) {
            throw new IOException("kill -" + name + " " + part + " failed");
        }
    }

    /** Starts again what does not run, and waits until everything serves. */
    void heal() throws StackException, InterruptedException {
        for (int tries = 1; tries < STARTS; tries++) {
            try {
                stack.up(StackListener.SILENT);
                return;
            } catch (StackException e) {
                // A machine that is busy with other things may take longer than a user would wait.
                System.err.println(e.getMessage());
            }
        }
        stack.up(StackListener.SILENT);
    }

    /** The disk on which the stages work, where it is a small one. */
    SmallDisk disk() {
        return Objects.requireNonNull(disk);
    }

    /** Plans a fault of the storage server; its route and the body's fields are the server's. */
    void planStorageFault(String json) throws IOException, InterruptedException {
        storageFaults("POST", json);
    }

    /** Forgets what nothing has suffered yet. */
    void forgetStorageFaults() throws IOException, InterruptedException {
        storageFaults("DELETE", "");
    }

    private void storageFaults(String method, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(config().supabaseUrl() + "/storage/v1/faults"))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("The storage server's faults: " + response.body());
            }
        }
    }

    /** Which ad is the next to be prepared, counted from 0; none of a suite's ads has the words of another. */
    int nextAd() {
        return ads++;
    }

    /** Plans faults of a stage, a line for each, as its runtime reads them. */
    void planStageFaults(String stage, String... lines) throws IOException {
        Path folder = Files.createDirectories(config().state().path().resolve(STAGE_FAULTS));
        Files.write(folder.resolve(stage), List.of(lines));
    }

    /** What a part has logged so far. */
    String log(String part) throws IOException {
        return Files.readString(config().state().log(part));
    }

    /** Where the stages work. */
    Path workspace() {
        return config().state().workspace();
    }

    @Override
    public void close() throws StackException, IOException, InterruptedException {
        stack.down();
        stack.close();
        if (disk != null) {
            disk.close();
        }
    }
}
