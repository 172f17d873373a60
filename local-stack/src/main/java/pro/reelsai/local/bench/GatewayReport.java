package pro.reelsai.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured of a gateway.
 *
 * @param rows a row for each route
 * @param memory the most that the gateway held, in MiB
 */
public record GatewayReport(List<Row> rows, long memory) {
    private static final int MOST_MEMORY = 350;
    private static final double MOST_MILLIS = 50;

    /**
     * What was measured of a route.
     *
     * @param name the route
     * @param goal how many requests a second it should carry
     * @param full under as much load as it carries
     * @param half at half of that rate
     * @param processorMicros processor time of each process for one request under full load, in microseconds, without
     *     the JVM's compilers
     */
    public record Row(String name, int goal, LoadResult full, LoadResult half, Map<String, Double> processorMicros) {
        boolean isMet() {
            return full.rate() >= goal && half.p99() <= MOST_MILLIS && errors() == 0;
        }

        long errors() {
            return full.errors() + half.errors();
        }

        /** Prints a row of the table. */
        void print(PrintWriter out) {
            out.printf(
                    "%-26s %,10.0f %,10d %8.2f %8.2f %7d   gateway %.0f, postgres %.0f, kafka %.0f, load %.0f%s%n",
                    name,
                    full.rate(),
                    goal,
                    half.median(),
                    half.p99(),
                    errors(),
                    micros("gateway"),
                    micros("postgres"),
                    micros("kafka"),
                    micros("load"),
                    isMet() ? "" : "   (goal not met)");
            out.flush();
        }

        private double micros(String part) {
            return processorMicros.getOrDefault(part, 0.0);
        }
    }

    /** Prints the head of the table. */
    static void printHead(PrintWriter out) {
        out.printf(
                "%n%-26s %10s %10s %8s %8s %7s   %s%n",
                "ROUTE",
                "REQUESTS/S",
                "GOAL",
                "P50 MS",
                "P99 MS",
                "ERRORS",
                "PROCESSOR TIME A REQUEST, MICROSECONDS, WITHOUT THE COMPILERS");
        out.flush();
    }

    /** Prints what is below the table. */
    void printFoot(PrintWriter out) {
        out.printf("%nThe gateway held %d MiB at most; the goal is %d.%n", memory, MOST_MEMORY);
        out.println(
                "P50 and P99 are at half of the goal (of the rate, where that is lower), with arrivals that do not wait for answers.");
        out.flush();
    }

    /** Writes the report as JSON. */
    public void write(Path file) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("measured_at", Instant.now().toString());
        json.put("processors", Runtime.getRuntime().availableProcessors());
        json.put("connections", Load.CONNECTIONS);
        json.put("gateway_mib", memory);
        json.put("gateway_jvm_options", GatewayBenchmark.JVM_OPTIONS);
        json.put("routes", rows);
        Files.createDirectories(file.getParent());
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), json);
    }
}
