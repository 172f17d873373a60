package pro.reelsai.local.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import pro.reelsai.local.demo.ApiException;
import pro.reelsai.local.stack.LocalStack;
import pro.reelsai.local.stack.StackException;

/**
 * Measures what the suite itself costs: six services, Kafka, PostgreSQL and storage as they are, with providers that
 * deliver recordings at once. The load generator shares the machine with them.
 */
public final class PipelineBenchmark {
    /**
     * The optimizing compiler for all services, as in production; the local stack does without. The JVM puts these behind
     * the options it is started with.
     */
    public static final String JVM_OPTIONS =
            "-XX:TieredStopAtLevel=4 -XX:ReservedCodeCacheSize=64m -XX:+UnlockExperimentalVMOptions -XX:TrimNativeHeapInterval=5000";

    private static final List<Integer> REPLICAS = List.of(1, 2, 4);

    /** Few enough that hardly any run meets another. */
    private static final double CALM_RATE = 5;

    private static final int CALM_RUNS = 300;
    private static final int FEWEST_RUNS = 100;
    private static final int GLANCE_RUNS = FEWEST_RUNS / 2;
    /** So many runs at a time, until the compilers leave as much of a processor as {@link #WARM} says. */
    private static final int WARM_UP_RUNS = 200;

    private static final int LONGEST_WARM_UP = 10;

    /** Of a processor: what the compilers of all processes together may still take when they are warm. */
    private static final double WARM = 0.1;

    private static final double SUSTAINED_SECONDS = 45;

    /** Of what the suite carries; with all of it, a queue would grow from chance alone. */
    private static final double SUSTAINABLE = 0.95;

    private static final int TRIES = 4;
    private static final double BACKLOG_SECONDS = 2;
    private static final int SOAK_LOOKS = 10;

    private final Suite suite;
    private final Options options;
    private final PrintWriter out;

    /** The suite that is measured, which grows while it runs. */
    @FunctionalInterface
    public interface Suite {
        /** Has so many processes of each stage ready; the stack that is so. */
        LocalStack with(int replicas) throws StackException, InterruptedException;
    }

    /**
     * How much is measured.
     *
     * @param runs up to how many runs it is watched how all of it grows; at least 100
     * @param soak how long a steady load lasts in the end; zero for none
     */
    public record Options(int runs, Duration soak) {
        /**
         * @throws IllegalArgumentException if there are too few runs to measure anything
         */
        public Options {
            if (runs < FEWEST_RUNS) {
                throw new IllegalArgumentException("At least " + FEWEST_RUNS + " runs are needed, not " + runs);
            }
        }
    }

    /**
     * @param suite runs with recorded providers
     * @param out is told what is going on
     */
    public PipelineBenchmark(Suite suite, Options options, PrintWriter out) {
        this.suite = suite;
        this.options = options;
        this.out = out;
    }

    /** Measures everything and prints the tables as they grow. */
    public PipelineReport run() throws StackException, ApiException, SQLException, IOException, InterruptedException {
        Machine machine = Machine.here();
        out.println(machine);
        try (PipelineRuns runs = PipelineRuns.of(suite.with(REPLICAS.getFirst()))) {
            warmUp(runs);
            List<PipelineReport.Growth> growth = growth(runs);
            HopTimes calm =
                    runs.steady(CALM_RATE, Math.min(options.runs(), CALM_RUNS)).times();
            PipelineReport.print(calm, CALM_RATE, out);
            List<PipelineReport.Sustained> sustained = new ArrayList<>();
            PipelineReport.printSustainedHead(out);
            sustained.add(sustained(runs, REPLICAS.getFirst()));
            List<PipelineReport.Soaked> soaked = soak(runs, sustained.getFirst().rate());
            for (int replicas : REPLICAS.subList(1, REPLICAS.size())) {
                runs.goOnWith(suite.with(replicas));
                sustained.add(sustained(runs, replicas));
            }
            return new PipelineReport(machine, calm, growth, sustained, soaked, runs.balance());
        }
    }

    /** The rate in the end. */
    private double warmUp(PipelineRuns runs) throws StackException, SQLException, InterruptedException {
        PipelineRuns.Burst burst;
        int rounds = 0;
        do {
            burst = runs.burst(Math.min(options.runs(), WARM_UP_RUNS));
        } while (burst.compilers() > WARM && ++rounds < LONGEST_WARM_UP);
        return burst.rate();
    }

    private List<PipelineReport.Growth> growth(PipelineRuns runs)
            throws StackException, SQLException, InterruptedException {
        List<PipelineReport.Growth> rows = new ArrayList<>();
        PipelineReport.printGrowthHead(out);
        int made = 0;
        for (int mark = FEWEST_RUNS; mark <= options.runs(); mark *= 10) {
            PipelineRuns.Burst burst = runs.burst(mark - made - GLANCE_RUNS);
            HopTimes times = runs.steady(CALM_RATE, GLANCE_RUNS).times();
            made = mark;
            PipelineReport.Growth row = new PipelineReport.Growth(made, burst, times, runs.memory());
            row.print(out);
            rows.add(row);
        }
        return rows;
    }

    private PipelineReport.Sustained sustained(PipelineRuns runs, int replicas)
            throws StackException, SQLException, InterruptedException {
        int count = (int) Math.clamp(warmUp(runs) * SUSTAINED_SECONDS, FEWEST_RUNS, options.runs());
        PipelineRuns.Burst burst = runs.burst(count);
        double rate = burst.rate();
        PipelineRuns.Steady steady;
        int tries = 0;
        do {
            rate *= SUSTAINABLE;
            steady = runs.steady(rate, count);
        } while (steady.open() > rate * BACKLOG_SECONDS && ++tries < TRIES);
        boolean keptUp = tries < TRIES;
        PipelineReport.Sustained row =
                new PipelineReport.Sustained(replicas, keptUp ? rate : 0, burst, steady, runs.memory());
        row.print(out);
        return row;
    }

    private List<PipelineReport.Soaked> soak(PipelineRuns runs, double sustained)
            throws StackException, SQLException, InterruptedException {
        if (options.soak().isZero()) {
            return List.of();
        }
        double rate = Math.max(1, sustained / 2);
        int each = (int) Math.max(1, rate * options.soak().toSeconds() / SOAK_LOOKS);
        PipelineReport.printSoakHead(out, rate);
        List<PipelineReport.Soaked> rows = new ArrayList<>();
        for (int look : IntStream.rangeClosed(1, SOAK_LOOKS).toArray()) {
            HopTimes times = runs.steady(rate, each).times();
            PipelineReport.Soaked row = new PipelineReport.Soaked(look * each, times, runs.memory());
            row.print(out);
            rows.add(row);
        }
        return rows;
    }
}
