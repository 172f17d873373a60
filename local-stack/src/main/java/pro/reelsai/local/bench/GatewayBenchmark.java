package pro.reelsai.local.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pro.reelsai.local.AccessTokens;
import pro.reelsai.local.demo.ApiClient;
import pro.reelsai.local.demo.ApiException;
import pro.reelsai.local.postgres.PostgresDatabase;
import pro.reelsai.local.stack.LocalStack;
import pro.reelsai.local.stack.PartStatus;
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
            "-XX:TieredStopAtLevel=4 -Xmx80m -XX:ReservedCodeCacheSize=64m -XX:+UnlockExperimentalVMOptions -XX:TrimNativeHeapInterval=5000";

    /** So many times a measurement; after half of that, the compilers still take half of a processor from starting ads. */
    private static final int WARM_UP = 4;

    private static final int PROJECTS = 36_000;
    private static final String PRODUCT =
            "{\"name\":\"Glow Bottle\",\"description\":\"A bottle that glows when it is time to drink\"}";

    private final LocalStack stack;
    private final Duration warmUp;
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
        this.warmUp = duration.multipliedBy(WARM_UP);
        this.duration = duration;
        this.route = route;
        this.out = out;
    }

    /** Measures all routes and prints the table as it grows. */
    public GatewayReport run() throws StackException, ApiException, SQLException, IOException, InterruptedException {
        configureOneProject();
        ReadyProjects projects;
        long postmaster;
        try (Connection database = database()) {
            projects = ReadyProjects.insert(database, PROJECTS);
            postmaster = postmaster(database);
        }
        Map<String, ProcessorUse> processors = new LinkedHashMap<>();
        for (PartStatus part : stack.status()) {
            processors.put(part.name(), new ProcessorUse(part.pid() == null ? -1 : part.pid(), true));
        }
        processors.put("postgres", new ProcessorUse(postmaster, true));
        processors.put("load", new ProcessorUse(ProcessHandle.current().pid(), false));
        List<GatewayReport.Row> rows = new ArrayList<>();
        GatewayReport.printHead(out);
        for (Target target : targets(projects)) {
            tryOnce(target);
            GatewayReport.Row row = measure(target, processors);
            row.print(out);
            rows.add(row);
        }
        GatewayReport report = new GatewayReport(
                rows, ResidentMemory.peakMebibytes(processors.get("gateway").pid()));
        report.printFoot(out);
        return report;
    }

    private void configureOneProject() throws StackException, ApiException, IOException, InterruptedException {
        String token = stack.token(UUID.randomUUID(), AccessTokens.AUTHENTICATED, Duration.ofHours(1));
        try (ApiClient api = new ApiClient(stack.config().gatewayUrl(), token)) {
            String product = api.post(
                            "/api/products/create-product", Map.of("name", "Glow Bottle", "description", "It glows"))
                    .path("product_id")
                    .asText();
            String project = api.post("/api/projects/create-project", Map.of("product_id", product))
                    .path("project_id")
                    .asText();
            api.post(
                    "/api/projects/" + project + "/video-configuration",
                    Map.of(
                            "duration",
                            15,
                            "target_audience",
                            "everybody",
                            "cta",
                            "Get yours",
                            "direction",
                            "cheerful"));
        }
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

    private GatewayReport.Row measure(Target target, Map<String, ProcessorUse> processors) {
        Load load = new Load(URI.create(stack.config().gatewayUrl()));
        load.full(target, warmUp);
        Map<String, Duration> before = used(processors);
        LoadResult full = load.full(target, duration);
        Map<String, Duration> after = used(processors);
        int halfOfTheGoal = Math.max(1, (int) (Math.min(target.goal(), full.rate()) / 2));
        LoadResult half = load.steady(target, duration, halfOfTheGoal);
        Map<String, Double> micros = new LinkedHashMap<>();
        // A connection of PostgreSQL that ends takes its process's time with it.
        after.forEach((part, time) -> micros.put(
                part, Math.max(0, time.minus(before.get(part)).toNanos() / 1000.0 / Math.max(1, full.answers()))));
        return new GatewayReport.Row(target.name(), target.goal(), full, half, micros);
    }

    private static Map<String, Duration> used(Map<String, ProcessorUse> processors) {
        Map<String, Duration> used = new LinkedHashMap<>();
        processors.forEach((part, processor) -> used.put(part, processor.soFar()));
        return used;
    }

    private List<Target> targets(ReadyProjects projects) throws StackException {
        Map<UUID, String> tokens = tokens(projects);
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

    /** A token for each user, and one for somebody who has nothing yet. */
    private Map<UUID, String> tokens(ReadyProjects projects) throws StackException {
        AccessTokens tokens =
                new AccessTokens(stack.secrets().jwtSecret(), stack.config().supabaseUrl());
        return IntStream.rangeClosed(0, projects.users())
                .mapToObj(projects::user)
                .collect(Collectors.toMap(
                        user -> user,
                        user -> "Bearer " + tokens.issue(user, AccessTokens.AUTHENTICATED, Duration.ofHours(2))));
    }

    private Connection database() throws StackException, SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + stack.config().ports().postgres() + "/" + PostgresDatabase.DATABASE,
                PostgresDatabase.USER,
                stack.secrets().databasePassword());
    }

    /** The server that all connections are children of. */
    private static long postmaster(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                ResultSet own = statement.executeQuery("select pg_backend_pid()")) {
            own.next();
            return ProcessHandle.of(own.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .map(ProcessHandle::pid)
                    .orElse(-1L);
        }
    }
}
