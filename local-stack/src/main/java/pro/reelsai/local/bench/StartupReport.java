package pro.reelsai.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import pro.reelsai.local.stack.Service;

/**
 * What starting the suite has cost.
 *
 * @param starts one after the other, all of them with a database that is there already
 */
public record StartupReport(List<Start> starts) {
    private static final double WHOLE_SUITE_SECONDS = 20;

    /**
     * One start.
     *
     * @param elapsed until everything was ready
     * @param costs what each part had used by the time it was ready
     */
    public record Start(Duration elapsed, Map<String, Cost> costs) {}

    /**
     * What a part had used when it was ready.
     *
     * @param processor user and system time, compilers included
     * @param memory resident, in MiB
     * @param after how long it took, with all others starting beside it
     */
    public record Cost(Duration processor, long memory, Duration after) {}

    private record Goal(double seconds, int memory) {
        static Goal of(Service service) {
            return service == Service.GATEWAY ? new Goal(3.5, 280) : new Goal(2.2, 200);
        }
    }

    private record Row(String service, double seconds, double memory, double after, Goal goal) {
        boolean isMet() {
            return seconds <= goal.seconds && memory <= goal.memory;
        }
    }

    /** Prints the table. */
    public void print(PrintWriter out) {
        out.printf("%n%-10s %12s %6s %8s %6s %10s%n", "SERVICE", "PROCESSOR S", "GOAL", "RSS MIB", "GOAL", "READY S");
        for (Row row : rows()) {
            out.printf(
                    "%-10s %12.2f %6.1f %8.0f %6d %10.1f%s%n",
                    row.service,
                    row.seconds,
                    row.goal.seconds,
                    row.memory,
                    row.goal.memory,
                    row.after,
                    row.isMet() ? "" : "   (goal not met)");
        }
        out.printf(
                "%nThe suite was ready after %.1f s; the goal is %.0f. Medians of %d starts.%n",
                elapsed(), WHOLE_SUITE_SECONDS, starts.size());
        out.flush();
    }

    /** Writes the report as JSON. */
    public void write(Path file) throws IOException {
        Map<String, Object> services = new LinkedHashMap<>();
        for (Row row : rows()) {
            services.put(
                    row.service,
                    Map.of(
                            "processor_s",
                            row.seconds,
                            "rss_mib",
                            row.memory,
                            "ready_s",
                            row.after,
                            "met",
                            row.isMet()));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("measured_at", Instant.now().toString());
        json.put("processors", Runtime.getRuntime().availableProcessors());
        json.put("java", Runtime.version().toString());
        json.put("starts", starts.size());
        json.put("suite_ready_s", elapsed());
        json.put("services", services);
        Files.createDirectories(file.getParent());
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), json);
    }

    private double elapsed() {
        return median(start -> seconds(start.elapsed));
    }

    private List<Row> rows() {
        return Arrays.stream(Service.values())
                .map(service -> new Row(
                        service.id(),
                        median(start -> seconds(start.costs.get(service.id()).processor)),
                        median(start -> start.costs.get(service.id()).memory),
                        median(start -> seconds(start.costs.get(service.id()).after)),
                        Goal.of(service)))
                .toList();
    }

    private double median(ToDoubleFunction<Start> value) {
        return starts.stream()
                .mapToDouble(value)
                .sorted()
                .skip(starts.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
