package pro.reelsai.deployment.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pro.reelsai.deployment.repository.Repository;
import pro.reelsai.deployment.repository.Yaml;

/** Dashboards and alerts name metrics that the code has, and runbooks that exist. */
class DashboardsAndAlertsTest {
    private static final String DASHBOARDS = "docker/observability/grafana/dashboards";
    private static final String RULES = "k8s/components/prometheus-rules/rules.yaml";
    private static final Pattern IN_CODE =
            Pattern.compile("\"(reels\\.(?:runs|queue|outbox|stage|provider|credits)\\.[a-z.]+)\"");
    private static final Pattern IN_QUERY = Pattern.compile("\\breels_[a-z_]+");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    static Stream<Path> dashboards() {
        return Repository.files(DASHBOARDS, ".json").stream();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void showsOnlyMetricsThatTheCodeHas(Path dashboard) {
        // Given
        JsonNode panels = Yaml.parse(Repository.read(dashboard)).path("panels");

        // Then
        assertThat(panels).isNotEmpty();
        assertThat(panels.findValuesAsText("expr")).isNotEmpty().allSatisfy(DashboardsAndAlertsTest::isKnown);
    }

    @Test
    void alertsOnMetricsThatTheCodeHas() {
        assertThat(rules())
                .isNotEmpty()
                .allSatisfy(rule -> isKnown(rule.path("expr").asText()));
    }

    @Test
    void namesARunbookThatExistsForEveryAlert() {
        // Given
        Set<String> anchors = HEADING.matcher(Repository.read("docs/operations.md"))
                .results()
                .map(heading -> anchor(heading.group(1)))
                .collect(Collectors.toSet());

        // Then
        assertThat(rules()).allSatisfy(rule -> {
            String[] runbook = rule.at("/annotations/runbook_url").asText().split("#");
            assertThat(runbook[0]).endsWith("/docs/operations.md");
            assertThat(anchors).contains(runbook[1]);
            assertThat(rule.at("/labels/severity").asText()).isIn("warning", "critical");
            assertThat(rule.at("/annotations/summary").asText()).isNotEmpty();
        });
    }

    @Test
    void documentsEveryMetric() {
        String operations = Repository.read("docs/operations.md");
        assertThat(metrics()).hasSizeGreaterThan(5).allSatisfy(metric -> assertThat(operations)
                .contains("`" + metric));
    }

    private static void isKnown(String query) {
        assertThat(IN_QUERY.matcher(query).results().map(MatchResult::group))
                .allMatch(
                        used -> metrics().contains(used.replaceAll("(_seconds)?(_bucket|_count|_sum|_total)$", ""))
                                || metrics().contains(used),
                        query);
    }

    private static Set<String> metrics() {
        return Stream.of("gateway-service", "stage-runtime")
                .flatMap(module -> Repository.files(module + "/src/main/java", ".java").stream())
                .map(Repository::read)
                .filter(source -> source.contains("io.micrometer"))
                .flatMap(source -> IN_CODE.matcher(source).results())
                .map(found -> found.group(1).replace('.', '_'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JsonNode> rules() {
        return Yaml.parse(Repository.read(RULES))
                .at("/spec/groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream());
    }

    /** As GitHub makes them of headings. */
    private static String anchor(String heading) {
        return heading.toLowerCase().replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }
}
