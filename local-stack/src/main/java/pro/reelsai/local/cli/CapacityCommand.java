package pro.reelsai.local.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pro.reelsai.local.capacity.Arrivals;
import pro.reelsai.local.capacity.ErlangC;
import pro.reelsai.local.capacity.Footprint;
import pro.reelsai.local.capacity.Queueing;
import pro.reelsai.local.capacity.SimulatedDays;
import pro.reelsai.local.capacity.SimulatedStage;
import pro.reelsai.local.capacity.Simulation;
import pro.reelsai.local.capacity.StagePool;
import pro.reelsai.model.Stage;

/** {@code capacity}: what a number of ads a day takes. */
@Command(
        name = "capacity",
        description =
                "Reckons how many processes of each stage a number of ads a day takes, and plays some days of it.")
final class CapacityCommand implements Callable<Integer> {
    private static final double UTILIZATION = 0.7;
    private static final double VARIATION = 0.5;
    private static final double POD_START_SECONDS = 20;
    private static final int PARTITIONS = 12;
    private static final int GATEWAYS = 2;
    private static final int KEPT_DAYS = 30;

    /** A 30 s ad by local providers on two cores, from {@code bench ad}, voice assumed; processes as in k8s/. */
    private static final Map<Stage, StagePool> MEASURED = measured();

    @Spec
    CommandSpec spec;

    @Option(
            names = "--ads-per-day",
            paramLabel = "N",
            description = "How many ads a day (default: ${DEFAULT-VALUE}).",
            defaultValue = "5000")
    double adsPerDay;

    @Option(
            names = "--peak",
            paramLabel = "X",
            description = "How many times the average the busiest moment has, 1 to 2 (default: ${DEFAULT-VALUE}).",
            defaultValue = "1.8")
    double peak;

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "How many days are played (default: ${DEFAULT-VALUE}).",
            defaultValue = "3")
    int days;

    @Option(
            names = "--job",
            paramLabel = "STAGE=SECONDS",
            split = ",",
            description = "How long a job of a stage takes, instead of what was measured here: voice=3,lipsync=40.")
    Map<String, Double> jobs = Map.of();

    @Option(
            names = "--shared",
            description = "With Kafka's share groups instead of partitions that belong to a process.")
    boolean shared;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<StagePool> pools = pools();
        Arrivals arrivals = new Arrivals(adsPerDay, peak, days);
        out.printf(
                Locale.ROOT,
                "%,.0f ads a day, %.2f a minute at the busiest moment%n%n",
                adsPerDay,
                arrivals.mostPerSecond() * 60);
        model(pools, arrivals, out);
        out.println();
        SimulatedDays seen = play(pools, arrivals, out);
        out.println();
        footprint(arrivals, seen, out);
        out.flush();
        return 0;
    }

    private static void model(List<StagePool> pools, Arrivals arrivals, PrintWriter out) {
        out.println("By formula, at the busiest moment and with processes that work 70 % of their time:");
        out.printf("%-8s %10s %10s %12s %22s%n", "STAGE", "JOB", "PROCESSES", "WAIT", "WALL (ads a day)");
        for (StagePool pool : pools) {
            int needed = pool.needed(arrivals.mostPerSecond(), UTILIZATION);
            out.printf(
                    Locale.ROOT,
                    "%-8s %8.1f s %10d %10.1f s %22s%n",
                    pool.stage().wireName(),
                    pool.seconds(),
                    needed,
                    ErlangC.wait(pool, arrivals.mostPerSecond(), needed),
                    "%,.0f with %d".formatted(pool.wall(UTILIZATION) / arrivals.peak(), pool.most()));
        }
    }

    private SimulatedDays play(List<StagePool> pools, Arrivals arrivals, PrintWriter out) {
        SimulatedDays seen =
                Simulation.play(pools, arrivals, shared ? Queueing.SHARED : Queueing.PARTITIONS, POD_START_SECONDS, 1);
        out.printf("Played, %d days with KEDA's rules of k8s/components/keda:%n", days);
        out.printf(
                "%-8s %12s %12s %10s %10s %14s%n",
                "STAGE", "MEAN WAIT", "P95 WAIT", "BUSY", "PROCESSES", "LONGEST QUEUE");
        for (SimulatedStage stage : seen.stages()) {
            out.printf(
                    Locale.ROOT,
                    "%-8s %10.1f s %10.1f s %8.0f %% %10s %14d%n",
                    stage.stage().wireName(),
                    stage.waits().mean(),
                    stage.waits().p95(),
                    stage.utilization() * 100,
                    "%.1f <= %d".formatted(stage.processes(), stage.mostProcesses()),
                    stage.longestQueue());
        }
        out.printf(
                Locale.ROOT,
                "An ad took %.0f s, 95 of 100 took less than %.0f s.%n",
                seen.ads().median(),
                seen.ads().p95());
        return seen;
    }

    private static void footprint(Arrivals arrivals, SimulatedDays seen, PrintWriter out) {
        int stages =
                seen.stages().stream().mapToInt(SimulatedStage::mostProcesses).sum();
        Footprint most = new Footprint(arrivals, GATEWAYS, stages);
        out.printf(
                Locale.ROOT,
                """
                With that many processes and %d gateways, at the busiest moment:
                %,d connections to the database without a pooler; %.1f requests a minute at a vendor that is asked once for an ad;
                %.1f events a second. The bucket grows by %,.0f GB a day, and holds %,.0f GB of working files for %d days.
                """,
                GATEWAYS,
                most.connections(),
                most.perMinute(),
                most.eventsPerSecond(),
                most.lastingGigabytes(),
                most.workingGigabytes(KEPT_DAYS),
                KEPT_DAYS);
    }

    private List<StagePool> pools() {
        Map<Stage, StagePool> pools = new EnumMap<>(MEASURED);
        jobs.forEach((name, seconds) -> {
            StagePool known = MEASURED.values().stream()
                    .filter(pool -> pool.stage().wireName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "There is no stage '%s' that every ad passes; there are %s".formatted(name, names())));
            pools.put(
                    known.stage(),
                    new StagePool(
                            known.stage(),
                            seconds,
                            known.variation(),
                            known.partitions(),
                            known.least(),
                            known.most()));
        });
        return new ArrayList<>(pools.values());
    }

    private static List<String> names() {
        return MEASURED.keySet().stream().map(Stage::wireName).toList();
    }

    private static Map<Stage, StagePool> measured() {
        Map<Stage, StagePool> pools = new EnumMap<>(Stage.class);
        pools.put(Stage.VOICE, new StagePool(Stage.VOICE, 6, VARIATION, PARTITIONS, 1, 6));
        pools.put(Stage.LIPSYNC, new StagePool(Stage.LIPSYNC, 16, VARIATION, PARTITIONS, 1, 12));
        pools.put(Stage.EDITING, new StagePool(Stage.EDITING, 25, VARIATION, PARTITIONS, 1, 12));
        pools.put(Stage.CAPTION, new StagePool(Stage.CAPTION, 17, VARIATION, PARTITIONS, 1, 12));
        return pools;
    }
}
