package pro.reelsai.e2e.fault;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** One fault, tried on a suite that is well. */
final class Trial {
    private static final String OPEN = """
            SELECT count(*) FROM runs
             WHERE user_id = ? AND kind = 'VIDEO' AND state NOT IN ('COMPLETED', 'FAILED', 'CANCELLED')
            """;

    private static final long SEED = 20_26;
    private static final Duration SETUP = Duration.ofMinutes(6);
    private static final Duration PER_RUN = Duration.ofSeconds(40);

    private Trial() {}

    /** Starts the ads, lets the fault strike while they are under way, heals the suite and inspects what is left. */
    static Verdict of(Fault fault, FaultSuite suite) throws Exception {
        int videos = suite.vendors().predictions();
        Ads ads = Ads.prepare(suite, fault.runs(), fault.paidVoice());
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            ads.start(suite);
            CompletableFuture<Void> strike = CompletableFuture.runAsync(
                    () -> {
                        try {
                            fault.strike().at(suite, new Random(SEED), () -> isOver(suite, ads));
                            suite.heal();
                        } catch (Exception e) {
                            throw new CompletionException(e);
                        }
                    },
                    executor);
            Duration patience = SETUP.plus(PER_RUN.multipliedBy(fault.runs()));
            strike.get(patience.toSeconds(), TimeUnit.SECONDS);
            Awaitility.await()
                    .atMost(patience)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> isOver(suite, ads));
            suite.forgetStorageFaults();
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
            // A stage clears its work away after it has said what came of it.
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Programs.of(suite.config())
                    .isEmpty());
            return new Inspection(suite, ads, videos).of(fault.name(), seconds);
        }
    }

    /** Whether no run of these ads is under way. */
    static boolean isOver(FaultSuite suite, Ads ads) {
        try (Connection connection = suite.database();
                PreparedStatement statement = connection.prepareStatement(OPEN)) {
            statement.setObject(1, ads.user());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1) == 0;
            }
        } catch (SQLException e) {
            return false; // the fault under trial may be the database's
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
