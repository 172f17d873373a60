package pro.reelsai.local.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import pro.reelsai.local.Directories;
import pro.reelsai.local.bench.GatewayBenchmark;
import pro.reelsai.local.bench.GatewayReport;
import pro.reelsai.local.demo.ApiException;
import pro.reelsai.local.stack.LocalStack;
import pro.reelsai.local.stack.Service;
import pro.reelsai.local.stack.StackConfig;
import pro.reelsai.local.stack.StackException;
import pro.reelsai.local.stack.StopOnInterrupt;

/** {@code bench gateway}: a gateway of its own with all that it needs, beside whatever else is running. */
final class GatewayBench {
    private static final int PORTS = 14;
    private static final int TRIES = 100;

    private GatewayBench() {}

    // What is closed at the end of the block need not be named in it.
    @SuppressWarnings("try")
    static void run(Path root, Duration duration, String route, PrintWriter out) throws Exception {
        Path state = Files.createTempDirectory("reels-bench");
        StackConfig config = StackConfig.of(root, state, freePorts())
                .withServices(Set.of(Service.GATEWAY))
                .withSettings(Map.of(
                        "_JAVA_OPTIONS", GatewayBenchmark.JVM_OPTIONS,
                        // One address sends more than a hundred thousand users do.
                        "REELS_EDGE_LIMITS_PER_ADDRESS", "0",
                        "REELS_EDGE_LIMITS_PER_USER", "0"));
        try (LocalStack stack = new LocalStack(config);
                StopOnInterrupt guard = StopOnInterrupt.guard(() -> clear(stack, state))) {
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
            } finally {
                clear(stack, state);
            }
        }
    }

    private static void clear(LocalStack stack, Path state) throws StackException, IOException, InterruptedException {
        stack.down();
        Directories.delete(state);
    }

    /** A port that is free together with those behind it, which the other parts take. */
    private static int freePorts() throws StackException {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int first = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            if (isFree(first)) {
                return first;
            }
        }
        throw new StackException("No free ports were found for the benchmark");
    }

    private static boolean isFree(int first) {
        for (int port = first; port < first + PORTS; port++) {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                socket.setReuseAddress(true);
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }
}
