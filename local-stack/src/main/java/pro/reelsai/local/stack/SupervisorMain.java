package pro.reelsai.local.stack;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Starts parts again that have died. What dies again and again is started less and less often, so that a part that cannot
 * run does not keep the machine busy; what has run for a while may be started at once.
 */
public final class SupervisorMain {
    private static final Logger LOG = Logger.getLogger(SupervisorMain.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private SupervisorMain() {}

    /**
     * @param arguments the repository, the state directory, the stack's port, the gateway's address
     */
    public static void main(String[] arguments) throws Exception {
        StateDirectory state = new StateDirectory(Path.of(arguments[1]));
        StackConfig config = StackConfig.of(Path.of(arguments[0]), state.path(), Integer.parseInt(arguments[2]))
                .withHost(arguments[3])
                .withReplicas(state.replicas())
                .withVendors(state.hasVendors());
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopped.countDown();
            try {
                // A part that is being started is written down before this process ends.
                closed.await(3, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        try (HttpClient client = HttpClient.newHttpClient()) {
            List<Watched> parts = LocalStack.processes(config, client).stream()
                    .map(Watched::new)
                    .toList();
            while (!stopped.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                for (Watched part : parts) {
                    if (stopped.getCount() > 0) {
                        look(part);
                    }
                }
            }
        } finally {
            closed.countDown();
        }
    }

    private static void look(Watched part) {
        try {
            part.look(System.nanoTime());
        } catch (IOException e) {
            LOG.errorf(e, "Not started again: part=%s", part.name());
        }
    }

    /** A part and how its restarts have gone. */
    static final class Watched {
        private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
        private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
        private static final Duration A_GOOD_WHILE = Duration.ofMinutes(2);

        private final PartProcess process;
        private Duration wait = FIRST_WAIT;
        private long diedAt;
        private long startedAt;
        private boolean dead;

        Watched(PartProcess process) {
            this.process = process;
        }

        String name() {
            return process.part().name();
        }

        /**
         * Starts the part again, if it has been dead for long enough.
         *
         * @param now in nanoseconds
         */
        void look(long now) throws IOException {
            if (!process.hasDied()) {
                dead = false;
                return;
            }
            if (!dead) {
                dead = true;
                diedAt = now;
                wait = startedAt == 0 || now - startedAt > A_GOOD_WHILE.toNanos() ? FIRST_WAIT : longer(wait);
                LOG.warnf("Died: part=%s restart in %s", name(), wait);
                return;
            }
            if (now - diedAt >= wait.toNanos()) {
                LOG.infof("Started again: part=%s", name());
                process.restart();
                startedAt = now;
                dead = false;
            }
        }

        private static Duration longer(Duration wait) {
            Duration doubled = wait.multipliedBy(2);
            return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
        }
    }
}
