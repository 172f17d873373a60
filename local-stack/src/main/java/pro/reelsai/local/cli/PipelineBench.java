package pro.reelsai.local.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pro.reelsai.local.bench.PipelineBenchmark;
import pro.reelsai.local.bench.PipelineReport;
import pro.reelsai.local.stack.LocalStack;
import pro.reelsai.local.stack.Service;
import pro.reelsai.local.stack.StackConfig;
import pro.reelsai.local.stack.StackException;

/** {@code bench pipeline}: a whole suite of its own, packaged with recorded providers. */
final class PipelineBench {
    /** Where {@code -Drecorded} leaves the packages, in the layout of the repository. */
    private static final String RECORDED = "target/recorded";

    private PipelineBench() {}

    static void run(Path root, PipelineBenchmark.Options options, PrintWriter out) throws Exception {
        try (BenchStack bench = BenchStack.of(
                root.resolve(RECORDED),
                config -> config.withSettings(Map.of(
                        "_JAVA_OPTIONS",
                        PipelineBenchmark.JVM_OPTIONS,
                        StackConfig.INFRASTRUCTURE_JAVA_OPTIONS,
                        PipelineBenchmark.JVM_OPTIONS,
                        // One address asks for what thousands of users do.
                        "REELS_EDGE_LIMITS_PER_ADDRESS",
                        "0",
                        "REELS_EDGE_LIMITS_PER_USER",
                        "0")))) {
            PipelineReport report = new PipelineBenchmark(replicas -> grown(bench, replicas, out), options, out).run();
            report.printFoot(out);
            Path file = root.resolve("target/bench/pipeline.json");
            report.write(file);
            out.println("Written to " + file);
        }
    }

    private static LocalStack grown(BenchStack bench, int replicas, PrintWriter out)
            throws StackException, InterruptedException {
        Map<Service, Integer> stages = Stream.of(Service.values())
                .filter(service -> service != Service.GATEWAY)
                .collect(Collectors.toMap(service -> service, service -> replicas));
        bench.change(config -> config.withReplicas(stages));
        bench.stack().up(new StartReport(out));
        return bench.stack();
    }
}
