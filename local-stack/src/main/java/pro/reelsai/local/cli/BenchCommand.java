package pro.reelsai.local.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pro.reelsai.local.AccessTokens;
import pro.reelsai.local.Directories;
import pro.reelsai.local.bench.PipelineBenchmark;
import pro.reelsai.local.demo.AdMaker;
import pro.reelsai.local.demo.AdRequest;
import pro.reelsai.local.demo.ApiClient;
import pro.reelsai.local.demo.Samples;
import pro.reelsai.local.stack.LocalStack;
import pro.reelsai.local.stack.StackException;
import pro.reelsai.local.stack.StopOnInterrupt;

/** {@code bench}: measures. */
@Command(name = "bench", description = "Measures the suite on this machine.")
final class BenchCommand implements Callable<Integer> {
    private static final Duration SETTLE = Duration.ofSeconds(10);
    private static final int SECONDS = 30;
    private static final String LAYOUT = "TOP_BOTTOM";

    private final Surroundings surroundings;

    @Spec
    CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            description = "ad: how long a 30 s ad takes, and how much memory every part holds. "
                    + "gateway: how many requests it carries. pipeline: what a run costs beside its providers. "
                    + "render: what editing and captions cost beside the encoder's limit. "
                    + "startup: what it costs to start each service.")
    String name;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long every measurement of the gateway takes (default: ${DEFAULT-VALUE}).",
            defaultValue = "10")
    int seconds;

    @Option(
            names = "--route",
            paramLabel = "TEXT",
            description = "Measure only the gateway's routes with this in their names.",
            defaultValue = "")
    String route;

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "Up to how many runs the pipeline is watched (default: ${DEFAULT-VALUE}).",
            defaultValue = "10000")
    int runs;

    @Option(
            names = "--soak",
            paramLabel = "TIME",
            description = "Load the pipeline for as long as that too, such as 30m.",
            defaultValue = "0s")
    String soak;

    @Option(names = "--keep", description = "Leave the suite running.")
    boolean keep;

    BenchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        switch (name) {
            case "ad" -> measureAd(out);
            case "gateway" -> GatewayBench.run(surroundings.root(), Duration.ofSeconds(seconds), route, out);
            case "pipeline" ->
                PipelineBench.run(surroundings.root(), new PipelineBenchmark.Options(runs, Durations.parse(soak)), out);
            case "render" -> Renderer.BENCHMARK.run(surroundings.root());
            case "startup" -> StartupBench.run(surroundings.root(), out);
            default ->
                throw new StackException(
                        "There is no benchmark '" + name + "'. There are: ad, gateway, pipeline, render, startup");
        }
        return 0;
    }

    // What is closed at the end of the block need not be named in it.
    @SuppressWarnings("try")
    private void measureAd(PrintWriter out) throws Exception {
        try (LocalStack stack = surroundings.wantedStack()) {
            boolean started = stack.up(new StartReport(out));
            boolean stopping = started && !keep;
            try (StopOnInterrupt guard = StopOnInterrupt.guard(() -> {
                if (stopping) {
                    stack.down();
                }
            })) {
                AdBenchmark result = measure(stack, out);
                result.print(out);
                Path file = surroundings.root().resolve("target/bench/ad.json");
                result.write(file);
                out.println("Written to " + file);
            } finally {
                if (stopping) {
                    stack.down();
                }
            }
        }
    }

    private AdBenchmark measure(LocalStack stack, PrintWriter out) throws Exception {
        Thread.sleep(SETTLE);
        Path samples = Files.createTempDirectory("reels-samples");
        String token = stack.token(UUID.randomUUID(), AccessTokens.AUTHENTICATED, Duration.ofHours(1));
        try (ApiClient api = new ApiClient(stack.config().gatewayUrl(), token);
                MemoryWatch memory = MemoryWatch.start(stack.status())) {
            AdRequest request =
                    new AdRequest(Samples.product(), SECONDS, AdRequest.Look.of(LAYOUT), Samples.assets(samples));
            AdMaker.FinishedAd ad = new AdMaker(api, new Terminal(out, surroundings.isTerminal())).make(request);
            return new AdBenchmark(ad, memory.use());
        } finally {
            Directories.delete(samples);
        }
    }
}
