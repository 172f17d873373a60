package pro.reelsai.local.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import pro.reelsai.local.demo.ApiClient;
import pro.reelsai.local.demo.ApiException;
import pro.reelsai.local.stack.LocalStack;
import pro.reelsai.local.stack.ResidentMemory;
import pro.reelsai.local.stack.StackException;

/**
 * Measures a running gateway, one route after the other: first how much it carries, then how long requests take at half
 * of what it should. The load generator, PostgreSQL and Kafka share the machine with it.
 */
public final class GatewayBenchmark {
    /**
     * How the gateway runs here, and should in production: the optimizing compiler, which the local stack does without
     * for the sake of memory, and a heap to go with it. The JVM puts these behind the options it is started with.
     */
    public static final String JVM_OPTIONS =
            "-XX:TieredStopAtLevel=4 -Xmx80m -Xmn18m -XX:ReservedCodeCacheSize=64m -XX:+UnlockExperimentalVMOptions -XX:TrimNativeHeapInterval=5000";

    /** In rounds as long as a measurement. Starting ads keeps the compilers busy for longest. */
    private static final int SHORTEST_WARM_UP = 4;

    private static final int LONGEST_WARM_UP = 16;

    /** Of a processor: what the compilers may still take when it is warm. */
    private static final double WARM = 0.05;

    private static final int PROJECTS = 96_000;
    private static final String PRODUCT =
            "{\"name\":\"Glow Bottle\",\"description\":\"A bottle that glows when it is time to drink\"}";

    private final LocalStack stack;
    private final Duration duration;
    private final String route;
    private final PrintWriter out;

    /**
     * @param stack runs a gateway, and nothing that consumes what it asks for
     * @param duration how long each measurement takes
     * @param route only routes with this in their names are measured; all where it is empty
     * @param out is told what is going on
     */
    public GatewayBenchmark(LocalStack stack, Duration duration, String route, PrintWriter out) {
        this.stack = stack;
        this.duration = duration;
        this.route = route;
        this.out = out;
    }

    /** Measures all routes and prints the table as it grows. */
    public GatewayReport run() throws StackException, ApiException, SQLException, IOException, InterruptedException {
        ReadyProjects projects;
        Processors processors;
        try (BenchDatabase database = BenchDatabase.of(stack)) {
            projects = ReadyProjects.insert(stack, database.connection());
            projects.add(database.connection(), PROJECTS);
            processors = Processors.of(stack, database);
        }
        List<GatewayReport.Row> rows = new ArrayList<>();
        GatewayReport.printHead(out);
        for (Target target : targets(projects)) {
            tryOnce(target);
            GatewayReport.Row row = measure(target, processors);
            row.print(out);
            rows.add(row);
        }
        GatewayReport report = new GatewayReport(
                rows,
                ResidentMemory.peakMebibytes(processors.parts().get("gateway").pid()));
        report.printFoot(out);
        return report;
    }

    /** One request as a client sends it, so that a refusal is told in words before there are thousands of it. */
    private void tryOnce(Target target) throws ApiException, IOException, InterruptedException {
        String path = target.path().get();
        String token = target.token().apply(path).replaceFirst("^Bearer ", "");
        try (ApiClient api = new ApiClient(stack.config().gatewayUrl(), token)) {
            if (target.body() != null) {
                api.post(path, Map.of("name", "Glow Bottle", "description", "It glows"));
            } else if (target.method().equals("POST")) {
                api.post(path);
            } else {
                api.get(path);
            }
        }
    }

    private GatewayReport.Row measure(Target target, Processors processors) {
        Load load = new Load(URI.create(stack.config().gatewayUrl()));
        warmUp(load, target, processors.parts().get("gateway"));
        Map<String, Duration> before = processors.soFar();
        LoadResult full = load.full(target, duration);
        Map<String, Double> micros = processors.microsEach(before, full.answers());
        int halfOfTheGoal = Math.max(1, (int) (Math.min(target.goal(), full.rate()) / 2));
        LoadResult half = load.steady(target, duration, halfOfTheGoal);
        return new GatewayReport.Row(target.name(), target.goal(), full, half, micros);
    }

    private void warmUp(Load load, Target target, ProcessorUse gateway) {
        boolean warm = false;
        for (int round = 1; round <= SHORTEST_WARM_UP || !warm && round <= LONGEST_WARM_UP; round++) {
            Duration before = gateway.ofCompilers();
            load.full(target, duration);
            warm = gateway.ofCompilers().minus(before).toNanos() < WARM * duration.toNanos();
        }
    }

    private List<Target> targets(ReadyProjects projects) throws StackException {
        Map<UUID, String> tokens = projects.tokens(stack);
        String someone = tokens.get(projects.user(0));
        Function<String, String> anybody = path -> someone;
        Function<String, String> nobody = path -> "";
        return Stream.of(
                        new Target("GET /health", "GET", () -> "/health", nobody, null, 30_000),
                        new Target(
                                "GET get-all-products",
                                "GET",
                                () -> "/api/products/get-all-products",
                                anybody,
                                null,
                                4_500),
                        new Target(
                                "POST create-product",
                                "POST",
                                () -> "/api/products/create-product",
                                path -> tokens.get(projects.user(projects.users())),
                                PRODUCT,
                                3_500),
                        new Target(
                                "POST generate-final-video",
                                "POST",
                                projects::nextPath,
                                path -> tokens.get(projects.userOf(path)),
                                null,
                                400))
                .filter(target -> target.name().contains(route))
                .toList();
    }
}
