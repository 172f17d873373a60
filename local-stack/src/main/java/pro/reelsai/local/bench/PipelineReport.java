package pro.reelsai.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was measured of the pipeline.
 *
 * @param machine on what
 * @param calm how long runs take that hardly meet any other
 * @param growth how all of it grows with the number of runs, one process of each stage
 * @param sustained how much it carries, by the number of processes of each stage
 * @param soaked how it does under a load that lasts; empty where none was asked for
 * @param balance what has become of all runs
 */
public record PipelineReport(
        Machine machine,
        HopTimes calm,
        List<Growth> growth,
        List<Sustained> sustained,
        List<Soaked> soaked,
        PipelineRuns.Balance balance) {
    private static final double MOST_HOP_MEDIAN = 8;
    private static final double MOST_HOP_P99 = 30;
    private static final double MOST_PIPELINE_MEDIAN = 60;
    private static final double LEAST_RATE = 80;
    private static final double MOST_PROCESSOR_MILLIS = 25;

    /**
     * After so many runs.
     *
     * @param runs so far
     * @param burst those before, as fast as they went
     * @param times of some more, at a calm rate
     * @param memory what each part holds then, in MiB
     */
    public record Growth(int runs, PipelineRuns.Burst burst, HopTimes times, Map<String, Long> memory) {
        void print(PrintWriter out) {
            out.printf(
                    "%,8d %8.1f %10.1f %s %8.1f   %s%n",
                    runs,
                    burst.rate(),
                    burst.processorMillis(),
                    times.hop(),
                    times.pipeline().median(),
                    byPart(memory));
            out.flush();
        }
    }

    /**
     * What so many processes of each stage carry.
     *
     * @param replicas how many
     * @param rate runs a second at which no queue grew; 0 where there was none such
     * @param burst under full load
     * @param steady at that rate
     * @param memory what each part holds then, in MiB
     */
    public record Sustained(
            int replicas, double rate, PipelineRuns.Burst burst, PipelineRuns.Steady steady, Map<String, Long> memory) {
        void print(PrintWriter out) {
            out.printf(
                    "%8d %8.1f %10.1f %s %8d %10.1f   %s%n",
                    replicas,
                    burst.rate(),
                    rate,
                    steady.times().hop(),
                    steady.open(),
                    burst.processorMillis(),
                    burst.processorMicros().entrySet().stream()
                            .map(part -> "%s %.1f".formatted(part.getKey(), part.getValue() / 1000))
                            .collect(Collectors.joining(", ")));
            out.flush();
        }
    }

    /**
     * A while of a load that lasts.
     *
     * @param runs since it began
     * @param times of the latest
     * @param memory what each part holds then, in MiB
     */
    public record Soaked(int runs, HopTimes times, Map<String, Long> memory) {
        void print(PrintWriter out) {
            out.printf(
                    "%,8d %s %8.1f   %s%n", runs, times.hop(), times.pipeline().median(), byPart(memory));
            out.flush();
        }
    }

    static void printGrowthHead(PrintWriter out) {
        out.printf(
                "%n%8s %8s %10s %8s %8s %8s   %s%n",
                "RUNS", "RUNS/S", "CPU MS/RUN", "HOP P50", "HOP P99", "ALL P50", "MEMORY, MIB");
        out.flush();
    }

    static void print(HopTimes calm, double rate, PrintWriter out) {
        out.printf(
                "%n%-10s %8s %8s   milliseconds, %d runs at %.0f a second%n", "HOP", "P50", "P99", calm.runs(), rate);
        calm.stages().forEach((stage, span) -> out.printf("%-10s %s%n", stage.wireName(), span));
        out.printf("%-10s %s%n", "any", calm.hop());
        out.printf("%-10s %s%n", "pipeline", calm.pipeline());
        out.flush();
    }

    static void printSustainedHead(PrintWriter out) {
        out.printf(
                "%n%8s %8s %10s %8s %8s %8s %10s   %s%n",
                "REPLICAS", "RUNS/S", "SUSTAINED", "HOP P50", "HOP P99", "OPEN", "CPU MS/RUN", "OF WHICH");
        out.flush();
    }

    static void printSoakHead(PrintWriter out, double rate) {
        out.printf(
                "%n%8s %8s %8s %8s   %s, at %.1f runs a second%n",
                "RUNS", "HOP P50", "HOP P99", "ALL P50", "MEMORY, MIB", rate);
        out.flush();
    }

    /** Prints what is below the tables. */
    public void printFoot(PrintWriter out) {
        out.printf(
                "%n%,d runs: %,d completed, %,d failed, %,d lost.%n",
                balance.accepted(), balance.completed(), balance.failed(), balance.lost());
        goals().forEach((goal, met) -> out.printf("%-45s %s%n", goal, met ? "met" : "not met"));
        out.flush();
    }

    /** Writes the report as JSON. */
    public void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), json());
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("measured_at", Instant.now().toString());
        json.put("machine", machine);
        json.put("jvm_options", PipelineBenchmark.JVM_OPTIONS);
        json.put("runs_per_second", rate());
        json.put("hop_p50_ms", calm.hop().median());
        json.put("hop_p99_ms", calm.hop().p99());
        json.put("pipeline_p50_ms", calm.pipeline().median());
        json.put("pipeline_p99_ms", calm.pipeline().p99());
        json.put("cpu_ms_per_run", processorMillis());
        json.put("runs", balance.accepted());
        json.put("failed", balance.failed());
        json.put("lost", balance.lost());
        json.put("rss_mib", growth.getLast().memory());
        json.put("goals", goals());
        json.put("calm", calm);
        json.put("growth", growth);
        json.put("sustained", sustained);
        json.put("soak", soaked);
        return json;
    }

    private Map<String, Boolean> goals() {
        Map<String, Boolean> goals = new LinkedHashMap<>();
        goals.put("A hop takes 8 ms or less (median)", calm.hop().median() <= MOST_HOP_MEDIAN);
        goals.put("A hop takes 30 ms or less (99 in 100)", calm.hop().p99() <= MOST_HOP_P99);
        goals.put("The pipeline takes 60 ms or less (median)", calm.pipeline().median() <= MOST_PIPELINE_MEDIAN);
        goals.put("80 runs a second or more", rate() >= LEAST_RATE);
        goals.put("25 ms of processor time a run or less", processorMillis() <= MOST_PROCESSOR_MILLIS);
        goals.put("Nothing is lost", balance.lost() == 0 && balance.failed() == 0);
        return goals;
    }

    private double rate() {
        return sustained.stream().mapToDouble(Sustained::rate).max().orElse(0);
    }

    private double processorMillis() {
        return sustained.stream()
                .min(Comparator.comparing(Sustained::replicas))
                .map(row -> row.burst().processorMillis())
                .orElse(0.0);
    }

    private static String byPart(Map<String, Long> memory) {
        return memory.entrySet().stream()
                .map(part -> part.getKey() + " " + part.getValue())
                .collect(Collectors.joining(", "));
    }
}
