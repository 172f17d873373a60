package pro.reelsai.local.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import pro.reelsai.local.bench.StartupBenchmark;
import pro.reelsai.local.bench.StartupReport;
import pro.reelsai.local.stack.StackConfig;

/** {@code bench startup}: the whole suite, started again and again. */
final class StartupBench {
    private StartupBench() {}

    static void run(Path root, PrintWriter out) throws Exception {
        try (BenchStack bench = BenchStack.of(root, StackConfig::withSupervision)) {
            StartupReport report = new StartupBenchmark(bench.stack(), out).run();
            report.print(out);
            Path file = root.resolve("target/bench/startup.json");
            report.write(file);
            out.println("Written to " + file);
        }
    }
}
