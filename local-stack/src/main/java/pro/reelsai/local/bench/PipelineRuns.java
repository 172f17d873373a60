package pro.reelsai.local.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import pro.reelsai.local.demo.ApiException;
import pro.reelsai.local.stack.LocalStack;
import pro.reelsai.local.stack.PartStatus;
import pro.reelsai.local.stack.ResidentMemory;
import pro.reelsai.local.stack.StackException;

/** Runs of the whole pipeline: has many made, and looks at what they cost and what has become of them. */
final class PipelineRuns implements AutoCloseable {
    /** Enough for every stage to have another one waiting, and few enough that none waits for long. */
    private static final int OPEN = 32;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final int UPLOADS_AT_ONCE = 8;
    private static final byte[] PICTURE = new byte[1024];

    private final BenchDatabase database;
    private final ReadyProjects projects;
    private final RunLoad load;
    private LocalStack stack;

    private PipelineRuns(LocalStack stack, BenchDatabase database, ReadyProjects projects) throws StackException {
        this.stack = stack;
        this.database = database;
        this.projects = projects;
        this.load = new RunLoad(stack, projects, database);
    }

    /** Of a suite that runs. */
    static PipelineRuns of(LocalStack stack)
            throws StackException, ApiException, SQLException, IOException, InterruptedException {
        BenchDatabase database = BenchDatabase.of(stack);
        return new PipelineRuns(stack, database, ReadyProjects.insert(stack, database.connection()));
    }

    /** Goes on with the same suite, which has other processes now. */
    void goOnWith(LocalStack grown) {
        stack = grown;
    }

    /**
     * Many runs under full load.
     *
     * @param runs how many
     * @param rate how many ended in a second
     * @param processorMicros processor time of each part for one run, in microseconds, without the JVM's compilers
     * @param compilers how many processors the JVM's compilers kept busy, all of the suite's together
     */
    record Burst(int runs, double rate, Map<String, Double> processorMicros, double compilers) {
        /** Of all parts but the load generator, in milliseconds. */
        double processorMillis() {
            return processorMicros.entrySet().stream()
                            .filter(part -> !part.getKey().equals(Processors.LOAD))
                            .mapToDouble(Map.Entry::getValue)
                            .sum()
                    / 1000;
        }
    }

    /** As many in a second as the suite carries: when one ends, the next begins. */
    Burst burst(int runs) throws StackException, SQLException, InterruptedException {
        prepare(runs);
        Processors processors = Processors.of(stack, database);
        Map<String, Duration> before = processors.soFar();
        Duration compilersBefore = processors.ofCompilers();
        long begin = System.nanoTime();
        load.keepOpen(OPEN, runs);
        double rate = (runs - database.openRuns()) * 1e9 / (System.nanoTime() - begin);
        awaitEnds();
        double compilers =
                (double) processors.ofCompilers().minus(compilersBefore).toNanos() / (System.nanoTime() - begin);
        return new Burst(runs, rate, processors.microsEach(before, runs), compilers);
    }

    /**
     * Runs at a steady rate.
     *
     * @param open how many were under way when the last one was asked for
     * @param times how long they took
     */
    record Steady(int open, HopTimes times) {}

    /** At a steady rate, in the irregular way in which many independent users arrive. */
    Steady steady(double rate, int runs) throws StackException, SQLException, InterruptedException {
        prepare(runs);
        Instant begin = Instant.now();
        load.steady(rate, runs);
        int open = database.openRuns();
        awaitEnds();
        return new Steady(open, HopTimes.since(begin, database));
    }

    /** What each part holds now, in MiB; all replicas of a service together. */
    Map<String, Long> memory() throws StackException, InterruptedException {
        Map<String, Long> memory = new LinkedHashMap<>();
        for (PartStatus part : stack.status()) {
            memory.merge(
                    Processors.service(part.name()),
                    part.pid() == null ? 0 : ResidentMemory.mebibytes(part.pid()),
                    Long::sum);
        }
        return memory;
    }

    /**
     * What has become of all runs so far.
     *
     * @param accepted how many the gateway has promised
     * @param completed how many are finished, and paid for
     * @param failed how many came to nothing, and were given back
     */
    record Balance(long accepted, long completed, long failed) {
        /** How many nobody knows the end of. */
        long lost() {
            return accepted - completed - failed;
        }
    }

    /** What has become of them. */
    Balance balance() throws SQLException {
        return new Balance(load.accepted(), ended("COMPLETED", "SETTLE"), ended("FAILED", "REFUND"));
    }

    private long ended(String state, String kind) throws SQLException {
        return database.number(("select count(*) from runs where state = '%s' and exists"
                        + " (select 1 from credit_ledger where run_id = runs.id and kind = '%s')")
                .formatted(state, kind));
    }

    /** Waits for as long as runs end. What is left once none has ended for a while is lost, and counts as that. */
    private void awaitEnds() throws SQLException, InterruptedException {
        int open = database.openRuns();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (open > 0 && System.nanoTime() < deadline) {
            Thread.sleep(BETWEEN_LOOKS);
            int left = database.openRuns();
            if (left < open) {
                deadline = System.nanoTime() + PATIENCE.toNanos();
            }
            open = left;
        }
    }

    private void prepare(int runs) throws StackException, SQLException, InterruptedException {
        int first = projects.count();
        projects.add(database.connection(), runs);
        try (ExecutorService uploads = Executors.newFixedThreadPool(UPLOADS_AT_ONCE)) {
            for (Future<?> upload : IntStream.range(first, first + runs)
                    .mapToObj(number -> uploads.submit(() -> {
                        stack.store(projects.pictureKey(number), PICTURE, "image/png");
                        return number;
                    }))
                    .toList()) {
                upload.get();
            }
        } catch (ExecutionException e) {
            throw new StackException("The pictures could not be put into the bucket: " + e.getCause(), e);
        }
    }

    @Override
    public void close() throws SQLException {
        load.close();
        database.close();
    }
}
