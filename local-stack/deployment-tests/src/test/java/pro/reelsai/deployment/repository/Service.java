package pro.reelsai.deployment.repository;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import pro.reelsai.model.Stage;

/** A service, and the configuration it starts with. */
public enum Service {
    GATEWAY,
    SCRIPT,
    VOICE,
    LIPSYNC,
    EDITING,
    CAPTION;

    private static final Pattern INCOMING = Pattern.compile("mp\\.messaging\\.incoming\\.([^.]+)\\.topics?");
    private static final String SHARED = "src/main/resources/META-INF/microprofile-config.properties";

    /** Its name everywhere: the module, the Deployment, the image. */
    public String id() {
        return shortName() + "-service";
    }

    /** The service of a name like {@code voice-service}, or of another version that runs beside it. */
    public static Service of(String id) {
        String name = id.replace("-canary", "");
        return Arrays.stream(values())
                .filter(service -> service.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No service is called " + id));
    }

    /** Those that run a stage: all but the gateway. */
    public static Stream<Service> stages() {
        return Arrays.stream(values()).filter(service -> service != GATEWAY);
    }

    /** Its short name: on the command line, in Compose, and the one by which scripts list it. */
    public String shortName() {
        return name().toLowerCase();
    }

    /** The stage it runs; none for the gateway. */
    public Optional<Stage> stage() {
        return this == GATEWAY ? Optional.empty() : Optional.of(Stage.valueOf(name()));
    }

    /** Its configuration as its own files have it, in this environment. */
    public SmallRyeConfig config(Map<String, String> environment) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(source(Repository.path("common-runtime").resolve(SHARED), 100))
                .withSources(source(Repository.path(id()).resolve("src/main/resources/application.properties"), 250))
                .withDefaultValue("SUPABASE_URL", "https://example.com")
                .withDefaultValue("SUPABASE_SERVICE_KEY", "key")
                .withDefaultValue("quarkus.uuid", "0");
        if (this != GATEWAY) {
            builder.withSources(source(Repository.path("stage-runtime").resolve(SHARED), 110));
        }
        return builder.withSources(new PropertiesConfigSource(environment, "environment", 300))
                .build();
    }

    /** Every channel that consumes, with its group. */
    public List<Subscription> subscriptions() {
        SmallRyeConfig config = config(Map.of());
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .map(INCOMING::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> new Subscription(
                        Set.of(config.getValue(matcher.group(), String.class).split(",")),
                        config.getValue("mp.messaging.incoming." + matcher.group(1) + ".group.id", String.class)))
                .toList();
    }

    private static PropertiesConfigSource source(Path file, int ordinal) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new IllegalStateException(file + " is missing");
            }
            return new PropertiesConfigSource(file.toUri().toURL(), ordinal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A channel that consumes.
     *
     * @param topics what it reads
     * @param group its consumer group
     */
    public record Subscription(Set<String> topics, String group) {}
}
