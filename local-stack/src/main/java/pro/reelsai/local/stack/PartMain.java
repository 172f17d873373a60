package pro.reelsai.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;
import org.jboss.logging.Logger;
import pro.reelsai.local.StackSecrets;
import pro.reelsai.local.kafka.KafkaBroker;
import pro.reelsai.local.postgres.PostgresDatabase;
import pro.reelsai.local.storage.StorageServer;
import pro.reelsai.local.storage.StorageSettings;

/** The process of Kafka, PostgreSQL, the storage server or the vendors' stand-ins: starts it, says when it serves, stops it on a signal. */
public final class PartMain {
    private static final Logger LOG = Logger.getLogger(PartMain.class);

    /** The variable that lets tests plan faults of the storage server over HTTP. */
    private static final String STORAGE_FAULTS = "REELS_STORAGE_FAULTS";

    private PartMain() {}

    /**
     * @param arguments the part's name, the state directory, the stack's port
     */
    // The part runs while the block waits.
    @SuppressWarnings("try")
    public static void main(String[] arguments) throws Exception {
        String name = arguments[0];
        StateDirectory state = new StateDirectory(Path.of(arguments[1]));
        StackPorts ports = new StackPorts(Integer.parseInt(arguments[2]));
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopped.countDown();
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        try (AutoCloseable running = start(name, state, ports, stopped)) {
            // The start needs more memory than the service: a full collection shrinks the heap for good.
            System.gc();
            announce(state.readyFile(name));
            LOG.infof("Ready: part=%s", name);
            stopped.await();
            LOG.infof("Stopping: part=%s", name);
        } catch (Exception e) {
            LOG.errorf(e, "Failed: part=%s", name);
            closed.countDown();
            System.exit(1);
        } finally {
            closed.countDown();
        }
    }

    private static AutoCloseable start(String name, StateDirectory state, StackPorts ports, CountDownLatch stopped)
            throws IOException {
        StackSecrets secrets = StackSecrets.loadOrCreate(state.secrets());
        Path data = state.data(name);
        return switch (name) {
            case "kafka" -> KafkaBroker.start(data, ports.kafka(), ports.kafkaController());
            case "storage" -> StorageServer.start(storage(StorageSettings.of(data, ports.storage(), secrets)));
            case "vendors" -> VendorStandIns.start(data, ports, secrets);
            case "postgres" -> {
                PostgresDatabase database = PostgresDatabase.start(data, ports.postgres(), secrets.databasePassword());
                // A server that dies takes this process along, so that the status tells the truth.
                database.process().onExit().thenRun(stopped::countDown);
                yield database;
            }
            default -> throw new IllegalArgumentException("No such part: " + name);
        };
    }

    private static StorageSettings storage(StorageSettings settings) {
        return Boolean.parseBoolean(System.getenv(STORAGE_FAULTS)) ? settings.withFaults() : settings;
    }

    private static void announce(Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".tmp");
        Files.writeString(draft, Long.toString(ProcessHandle.current().pid()));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
