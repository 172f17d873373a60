package pro.reelsai.local.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import pro.reelsai.local.bench.GatewayBenchmark;
import pro.reelsai.local.bench.GatewayReport;
import pro.reelsai.local.demo.ApiException;
import pro.reelsai.local.stack.LocalStack;
import pro.reelsai.local.stack.Service;

/** {@code bench gateway}: a gateway of its own with all that it needs, and nothing that consumes what it asks for. */
final class GatewayBench {
    private GatewayBench() {}

    static void run(Path root, Duration duration, String route, PrintWriter out) throws Exception {
        try (BenchStack bench = BenchStack.of(root, config -> config.withServices(Set.of(Service.GATEWAY))
                .withSettings(Map.of(
                        "_JAVA_OPTIONS", GatewayBenchmark.JVM_OPTIONS,
                        // What is measured is how ads are begun, not how they wait for their turn.
                        "REELS_ADMISSION_ADS_AT_ONCE", "0",
                        // One address sends more than a hundred thousand users do.
                        "REELS_EDGE_LIMITS_PER_ADDRESS", "0",
                        "REELS_EDGE_LIMITS_PER_USER", "0")))) {
            LocalStack stack = bench.stack();
            try {
                stack.up(new StartReport(out));
                GatewayReport report = new GatewayBenchmark(stack, duration, route, out).run();
                Path file = root.resolve("target/bench/gateway.json");
                report.write(file);
                out.println("Written to " + file);
            } catch (ApiException e) {
                Path log = Files.createDirectories(root.resolve("target/bench")).resolve("gateway.log");
                Files.copy(stack.log("gateway"), log, StandardCopyOption.REPLACE_EXISTING);
                out.println("What the gateway printed is in " + log);
                throw e;
            }
        }
    }
}
