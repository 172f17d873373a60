package pro.reelsai.deployment.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pro.reelsai.deployment.repository.Repository;
import pro.reelsai.deployment.repository.Service;
import pro.reelsai.deployment.repository.Settings;
import pro.reelsai.deployment.repository.Variables;
import pro.reelsai.deployment.repository.Yaml;
import pro.reelsai.model.Topics;

/** {@code docker-compose.yml} against its published schema, the code, the images and {@code .env.example}. */
class ComposeTest {
    private static final String SCHEMA = "local-stack/deployment-tests/src/test/resources/schema/compose-spec.json";
    private static final String TEXT = Repository.read("docker-compose.yml");
    private static final JsonNode FILE = Yaml.parse(TEXT);
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::?[-?]([^}]*))?}");
    private static final Pattern EXAMPLE = Pattern.compile("^(?:# )?([A-Z][A-Z0-9_]*)=", Pattern.MULTILINE);
    private static final Duration ENDING = Duration.ofSeconds(10);

    @Test
    void keepsToTheSpecification() {
        // Given
        JsonNode published = Yaml.parse(Repository.read(SCHEMA));
        // Names that drafts before the sixth had; nothing refers to them.
        published.findParents("id").forEach(named -> ((ObjectNode) named).remove("id"));
        ((ObjectNode) published).remove("$schema");
        // Its durations are Go's, such as 90s.
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(false).build();
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(published, config);

        // Then
        // The project's name came into the specification after this edition of its schema.
        assertThat(schema.validate(((ObjectNode) FILE.deepCopy()).without("name")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void locksUpEveryServiceAsKubernetesDoes(Service service) {
        // Given
        JsonNode declared = declared(service);

        // Then
        assertThat(declared.path("read_only").asBoolean()).isTrue();
        assertThat(declared.path("user").asText()).isEqualTo("10001:10001");
        assertThat(declared.path("cap_drop")).singleElement().hasToString("\"ALL\"");
        assertThat(declared.path("security_opt")).singleElement().hasToString("\"no-new-privileges:true\"");
        assertThat(declared.path("mem_limit").asText()).isNotEmpty();
        assertThat(declared.path("privileged").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void buildsEveryServiceFromATargetThatExists(Service service) {
        JsonNode build = declared(service).path("build");
        assertThat(Dockerfile.read(build.path("dockerfile").asText()).targets())
                .contains(build.path("target").asText());
        assertThat(build.path("target").asText()).isEqualTo(service.id());
    }

    @ParameterizedTest
    @EnumSource
    void setsOnlyWhatTheCodeReads(Service service) {
        assertThat(environment(service).keySet()).isNotEmpty().allMatch(Variables::isKnown);
    }

    @ParameterizedTest
    @EnumSource
    void waitsLongerThanAServiceDrains(Service service) {
        // Given
        Settings settings = new Settings(service, environment(service));

        // When
        Duration drain = service == Service.GATEWAY
                ? settings.duration("reels.edge.shutdown.delay").plus(settings.duration("reels.edge.shutdown.drain"))
                : settings.duration("reels.stage.drain");

        // Then
        assertThat(Duration.parse(
                        "PT" + declared(service).path("stop_grace_period").asText()))
                .isGreaterThan(drain.plus(ENDING));
    }

    @ParameterizedTest
    @EnumSource(names = {"GATEWAY", "LIPSYNC"})
    void letsNativeLibrariesBeLoadedFromWhereTheyAreUnpacked(Service service) {
        assertThat(texts(declared(service).path("tmpfs"))).contains("/tmp:exec");
    }

    @Test
    void waitsOnlyForServicesThatExist() {
        Set<String> names = names(FILE.path("services"));
        FILE.path("services").forEach(service -> {
            JsonNode needs = service.path("depends_on");
            Set<String> needed = needs.isObject()
                    ? names(needs)
                    : Stream.of(needs).flatMap(list -> texts(list).stream()).collect(Collectors.toSet());
            assertThat(names).containsAll(needed);
        });
    }

    @Test
    void mountsOnlyFilesAndVolumesThatExist() {
        Set<String> volumes = names(FILE.path("volumes"));
        FILE.path("services").forEach(service -> texts(service.path("volumes")).forEach(volume -> {
            String source = volume.substring(0, volume.indexOf(':'));
            boolean isFile = source.startsWith("./") && Files.exists(Repository.path(source));
            assertThat(isFile || volumes.contains(source) || source.equals("/var/run/docker.sock"))
                    .as(volume)
                    .isTrue();
        }));
    }

    @Test
    void makesTheTopicsOfTheCode() {
        assertThat(Repository.read("docker/topics.txt").lines()).containsExactlyInAnyOrderElementsOf(Topics.all());
        assertThat(Repository.read("docker/create-topics"))
                .contains("--partitions " + Topics.PARTITIONS)
                .contains(
                        "retention.ms=" + Duration.ofDays(Topics.RETENTION_DAYS).toMillis());
    }

    @Test
    void opensNothingToOtherMachines() {
        FILE.path("services").forEach(service -> assertThat(texts(service.path("ports")))
                .allMatch(port -> port.startsWith("127.0.0.1:")));
    }

    @Test
    void pinsEveryImageThatIsNotItsOwn() {
        FILE.path("services").forEach(service -> {
            String image = service.path("image").asText();
            assertThat(image)
                    .matches(
                            image.startsWith("ghcr.io/reelsai/")
                                    ? ".*:\\$\\{REELS_VERSION:-local}"
                                    : ".+:v?\\d[\\w.-]*");
        });
    }

    @Test
    void holdsNoSecret() {
        Matcher uses = VARIABLE.matcher(TEXT);
        while (uses.find()) {
            if (uses.group(1).matches(".*(PASSWORD|SECRET|_KEY|TOKEN|DSN)")) {
                assertThat(uses.group(2)).as(uses.group(1)).isIn("", "sh docker/secrets > .env");
            }
        }
    }

    @Test
    void documentsEveryVariable() {
        // Given
        Set<String> documented = matches(EXAMPLE, Repository.read(".env.example"));
        Set<String> used = matches(VARIABLE, TEXT);

        // Then
        assertThat(documented).containsAll(used);
        assertThat(documented).allMatch(variable -> used.contains(variable) || Variables.isKnown(variable));
        assertThat(documented).containsAll(Variables.named());
    }

    private static JsonNode declared(Service service) {
        return FILE.path("services").path(service.shortName());
    }

    private static Map<String, String> environment(Service service) {
        Map<String, String> environment = new HashMap<>();
        declared(service)
                .path("environment")
                .properties()
                .forEach(variable -> environment.put(
                        variable.getKey(),
                        VARIABLE.matcher(variable.getValue().asText()).replaceAll("$2")));
        return environment;
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }
}
