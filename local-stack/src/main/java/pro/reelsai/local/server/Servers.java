package pro.reelsai.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;

/** Where a test's broker and database come from. */
public enum Servers {
    /** In this process and beside it: needs nothing but this machine. */
    EMBEDDED {
        @Override
        public Broker broker(Path directory) throws IOException {
            return new EmbeddedBroker(directory);
        }

        @Override
        public Database database(Path directory, String password) throws IOException {
            return new EmbeddedDatabase(directory, password);
        }
    },
    /** Testcontainers: the images that are deployed. */
    CONTAINERS {
        @Override
        public Broker broker(Path directory) throws IOException {
            return new ContainerBroker();
        }

        @Override
        public Database database(Path directory, String password) throws IOException {
            return new ContainerDatabase(password);
        }
    };

    /** The variable that decides: {@code embedded}, {@code containers}, or {@code auto}, which is the default. */
    public static final String SWITCH = "REELS_TEST_SERVERS";

    private static final Logger LOG = Logger.getLogger(Servers.class);

    /**
     * Starts a broker.
     *
     * @param directory where it may keep its files
     * @throws IOException if it does not come up
     */
    public abstract Broker broker(Path directory) throws IOException;

    /**
     * Starts a database server.
     *
     * @param directory where it may keep its files
     * @param password of the database's owner
     * @throws IOException if it does not come up
     */
    public abstract Database database(Path directory, String password) throws IOException;

    /** What is used on this machine: what {@value #SWITCH} says, else containers where Docker answers. */
    public static Servers here() {
        return choose(System.getenv(SWITCH));
    }

    /**
     * What a value of the switch means on this machine.
     *
     * @throws IllegalArgumentException if it is none of the three
     */
    static Servers choose(@Nullable String value) {
        String choice =
                value == null || value.isBlank() ? "auto" : value.strip().toLowerCase(Locale.ROOT);
        Servers chosen =
                switch (choice) {
                    case "embedded" -> EMBEDDED;
                    case "containers" -> CONTAINERS;
                    case "auto" -> dockerAnswers() ? CONTAINERS : EMBEDDED;
                    default ->
                        throw new IllegalArgumentException(
                                SWITCH + " is embedded, containers or auto, not '" + value + "'");
                };
        LOG.infof("Broker and database: %s (%s=%s)", chosen, SWITCH, choice);
        return chosen;
    }

    /** Testcontainers takes its time to find that there is no Docker, and logs it as an error. */
    private static boolean dockerAnswers() {
        boolean isThere = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        return isThere && DockerClientFactory.instance().isDockerAvailable();
    }
}
