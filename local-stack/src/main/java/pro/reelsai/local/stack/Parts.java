package pro.reelsai.local.stack;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pro.reelsai.local.StackSecrets;
import pro.reelsai.local.postgres.PostgresDatabase;

/** Knows how every part of a stack is started. */
final class Parts {
    /** Kafka, PostgreSQL, storage, stand-ins for vendors: what the services need before they start. */
    static final List<String> INFRASTRUCTURE = List.of("kafka", "postgres", "storage", "vendors");

    /** Starts faster and takes half the memory; enough for whoever waits for others most of the time. */
    private static final String FIRST_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

    private static final List<String> SMALL_JVM = List.of(
            "-XX:+UseSerialGC",
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Djava.net.preferIPv4Stack=true",
            "-Dfile.encoding=UTF-8");

    private final StackConfig config;
    private final HttpClient client;

    Parts(StackConfig config, HttpClient client) {
        this.config = config;
        this.client = client;
    }

    List<Part> infrastructure() {
        StackPorts ports = config.ports();
        List<Part> parts = new ArrayList<>(List.of(
                own("kafka", List.of(ports.kafka(), ports.kafkaController()), 160, "-XX:MaxDirectMemorySize=64m"),
                // Unpacking the server takes a dictionary of 64 MB; the heap is given back afterwards.
                own(
                        "postgres",
                        List.of(ports.postgres()),
                        160,
                        "-Xms8m",
                        "-XX:MinHeapFreeRatio=10",
                        "-XX:MaxHeapFreeRatio=20"),
                own("storage", List.of(ports.storage()), 192)));
        if (config.vendors()) {
            parts.add(own("vendors", List.of(ports.replicate(), ports.openAi(), ports.elevenLabs()), 64));
        }
        return parts;
    }

    List<Part> services(StackSecrets secrets) {
        List<Part> parts = new ArrayList<>();
        for (Service service : Service.values()) {
            for (int replica = 0; replica < config.replicas().getOrDefault(service, 0); replica++) {
                parts.add(service(service, replica, secrets));
            }
        }
        return parts;
    }

    private Part own(String name, List<Integer> ports, int heapMegabytes, String... options) {
        List<String> command = java(heapMegabytes);
        command.add(FIRST_COMPILER_ONLY);
        command.addAll(List.of(options));
        command.add("-Dlogging.configuration=" + PartMain.class.getResource("logging.properties"));
        command.addAll(List.of("-cp", classPath(), PartMain.class.getName(), name));
        command.addAll(List.of(
                config.state().path().toString(),
                Integer.toString(config.ports().gateway())));
        return new Part(
                name,
                ports,
                command,
                javaOptions(),
                new Readiness.ByFile(config.state().readyFile(name)));
    }

    private Map<String, String> javaOptions() {
        String options = config.settings().get(StackConfig.INFRASTRUCTURE_JAVA_OPTIONS);
        return options == null ? Map.of() : Map.of("_JAVA_OPTIONS", options);
    }

    private Part service(Service service, int replica, StackSecrets secrets) {
        List<String> command = java(service.heapMegabytes());
        if (!service.isComputing()) {
            command.add(FIRST_COMPILER_ONLY);
        }
        // Who starts it for long has the time to learn; two processes would write the same file.
        boolean learning = config.supervised() && replica == 0;
        command.addAll(StartCache.of(config, service).options(learning));
        command.addAll(List.of("-jar", service.jar(config.root()).toString()));
        int port = config.ports().of(service, replica);
        boolean isFrontDoor = service == Service.GATEWAY && replica == 0;
        String url = isFrontDoor ? config.gatewayUrl() : "http://" + StackConfig.LOOPBACK + ":" + port;
        Map<String, String> environment = environment(secrets);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_HTTP_HOST", isFrontDoor ? config.host() : StackConfig.LOOPBACK);
        return new Part(
                service.id(replica),
                List.of(port),
                command,
                environment,
                new Readiness.ByHttp(client, URI.create(url + "/q/health/ready")));
    }

    private Map<String, String> environment(StackSecrets secrets) {
        StackPorts ports = config.ports();
        Map<String, String> environment = new HashMap<>(config.settings());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", StackConfig.LOOPBACK + ":" + ports.kafka());
        environment.put("SUPABASE_URL", config.supabaseUrl());
        environment.put("SUPABASE_SERVICE_KEY", secrets.serviceKey());
        environment.put("SUPABASE_KEY", secrets.anonKey());
        environment.put("SUPABASE_JWT_SECRET", secrets.jwtSecret());
        environment.put("SUPABASE_BUCKET", LocalStack.BUCKET);
        environment.put("DATABASE_HOST", StackConfig.LOOPBACK);
        environment.put("DATABASE_PORT", Integer.toString(ports.postgres()));
        environment.put("DATABASE_NAME", PostgresDatabase.DATABASE);
        environment.put("DATABASE_USER", PostgresDatabase.USER);
        environment.put("DATABASE_PASSWORD", secrets.databasePassword());
        environment.put("REELS_WORKSPACE", config.state().workspace().toString());
        environment.put("RAI_GATEWAY_BACKEND_URL", config.gatewayUrl());
        if (config.vendors()) {
            environment.putAll(VendorStandIns.settings(ports, secrets));
        }
        environment.put("APP_ENV", "local");
        // Whoever stops the suite here does not want to wait for an ad; its work is taken up at the next start.
        environment.putIfAbsent("REELS_STAGE_DRAIN", "3s");
        // There is no balancer here that would have to notice.
        environment.put("SHUTDOWN_DELAY", "0s");
        // glibc keeps an arena per thread otherwise, which is most of a small JVM's memory.
        environment.put("MALLOC_ARENA_MAX", "2");
        return environment;
    }

    private static List<String> java(int heapMegabytes) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL_JVM);
        command.add("-Xmx" + heapMegabytes + "m");
        return command;
    }

    /**
     * The packaged jar names its libraries itself; repeating them beside it would load each one twice, which the
     * embedded PostgreSQL refuses. Classes that are not packaged need the class path that this JVM has.
     */
    static String classPath() {
        Path own = ownLocation();
        if (Files.isRegularFile(own) && Files.isDirectory(own.resolveSibling("lib"))) {
            return own.toString();
        }
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path ownLocation() {
        try {
            return Path.of(Parts.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
