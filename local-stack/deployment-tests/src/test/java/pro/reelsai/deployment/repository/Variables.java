package pro.reelsai.deployment.repository;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The environment variables that the services read. */
public final class Variables {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)");

    /** What Quarkus, the JVM and glibc read by themselves. */
    private static final Pattern OTHERS = Pattern.compile("QUARKUS_[A-Z_]+|JDK_JAVA_OPTIONS|MALLOC_ARENA_MAX");

    /** Quarkus gives what is called so to every Kafka client. */
    private static final String KAFKA = "KAFKA_";

    /** Read by name in a class. */
    private static final Pattern LITERAL = Pattern.compile("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"");

    private static final Set<String> SWITCHES = Set.of("SENTRY_DSN", "OTEL_EXPORTER_OTLP_ENDPOINT");

    private static final Set<String> NAMED = named();
    private static final List<Pattern> KEYS = ConfigurationSource.keys().stream()
            .map(key -> Pattern.quote(EnvironmentNames.of(key.name().replace("{name}", "~")))
                    .replace("__", "_\\E[A-Z0-9_]+\\Q_"))
            .map(Pattern::compile)
            .toList();

    private Variables() {}

    /** Whether something reads it. */
    public static boolean isKnown(String variable) {
        return NAMED.contains(variable)
                || OTHERS.matcher(variable).matches()
                || isOfKafka(variable)
                || KEYS.stream().anyMatch(key -> key.matcher(variable).matches());
    }

    private static boolean isOfKafka(String variable) {
        return variable.startsWith(KAFKA)
                && ConsumerConfig.configNames()
                        .contains(
                                variable.substring(KAFKA.length()).toLowerCase().replace('_', '.'));
    }

    /** Those that the services' configuration files name, which is how most of them are meant to be set. */
    public static Set<String> named() {
        return Stream.concat(
                        Stream.of("common-runtime", "stage-runtime"),
                        Stream.of(Service.values()).map(Service::id))
                .flatMap(module -> Stream.concat(
                        Repository.files(module + "/src/main/resources", ".properties").stream()
                                .flatMap(file -> PLACEHOLDER
                                        .matcher(Repository.read(file))
                                        .results()),
                        Repository.files(module + "/src/main/java", ".java").stream()
                                .flatMap(file ->
                                        LITERAL.matcher(Repository.read(file)).results())
                                .filter(match -> SWITCHES.contains(match.group(1)))))
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
