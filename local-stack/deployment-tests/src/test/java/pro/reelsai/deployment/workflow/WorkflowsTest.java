package pro.reelsai.deployment.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pro.reelsai.deployment.repository.Repository;
import pro.reelsai.deployment.repository.Service;
import pro.reelsai.deployment.repository.Yaml;

/** What {@code actionlint} does not see: pins, rights, and whether the files that workflows name exist. */
class WorkflowsTest {
    private static final Pattern PINNED = Pattern.compile("[\\w.-]+/[\\w./-]+@[0-9a-f]{40}");
    private static final Pattern FILE =
            Pattern.compile("(?<![\\w./-])((?:docker|k8s)/[\\w./-]+|\\./(?:reels|mvnw))(?![\\w$])");
    /** What stands behind the tag of an image that a script starts. */
    private static final Pattern IMAGE = Pattern.compile("(?<=[\\s\"'])[\\w.-]+/[\\w./-]+:v?\\d[\\w.-]*(\\S*)");

    private static final Set<String> WRITES = Set.of("packages", "id-token", "security-events");

    static Stream<Path> workflows() {
        return Stream.of(".yml", ".yaml").flatMap(ending -> Repository.files(".github/workflows", ending).stream());
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void pinsEveryActionToACommitAndSaysItsVersion(Path workflow) {
        assertThat(Repository.read(workflow).lines().map(String::strip))
                .filteredOn(line -> line.matches("-? ?uses:.*"))
                .allSatisfy(
                        line -> assertThat(line).matches("(- )?uses: " + PINNED.pattern() + " # v\\d+\\.\\d+\\.\\d+"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void pinsAnActionToTheSameCommitEverywhere(Path workflow) {
        List<String> everywhere = workflows()
                .flatMap(file -> uses(Yaml.parse(Repository.read(file))))
                .distinct()
                .toList();
        assertThat(uses(Yaml.parse(Repository.read(workflow)))).allSatisfy(use -> assertThat(everywhere)
                .filteredOn(other -> other.startsWith(use.substring(0, use.indexOf('@') + 1)))
                .containsExactly(use));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void mayReadTheSourcesAndNoMoreUnlessAJobSaysWhy(Path workflow) {
        // Given
        JsonNode tree = Yaml.parse(Repository.read(workflow));

        // Then
        assertThat(tree.path("permissions")).hasToString("{\"contents\":\"read\"}");
        assertThat(tree.path("jobs")).isNotEmpty().allSatisfy(job -> {
            assertThat(job.path("timeout-minutes").asInt()).isPositive();
            job.path("permissions").properties().forEach(permission -> assertThat(
                            permission.getValue().asText().equals("read") || WRITES.contains(permission.getKey()))
                    .as(permission.toString())
                    .isTrue());
        });
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void leavesNoTokenInTheCheckout(Path workflow) {
        steps(Yaml.parse(Repository.read(workflow)))
                .filter(step -> step.path("uses").asText().startsWith("actions/checkout@"))
                .forEach(step -> assertThat(step.at("/with/persist-credentials").asText())
                        .isEqualTo("false"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void putsNothingThatAUserTypedIntoAScript(Path workflow) {
        assertThat(steps(Yaml.parse(Repository.read(workflow)))
                        .map(step -> step.path("run").asText()))
                .noneMatch(script -> script.contains("${{"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void namesOnlyFilesThatExist(Path workflow) {
        assertThat(FILE.matcher(Repository.read(workflow)).results().map(match -> match.group(1)))
                .filteredOn(file -> !file.endsWith("-action"))
                .allMatch(file -> Files.exists(Repository.path(file)) || file.equals("docker/Dockerfile"), "exists");
    }

    @Test
    void buildsAnImageOfEveryServiceOnTheJvmAndNative() {
        JsonNode matrix =
                Yaml.parse(Repository.read(".github/workflows/cicd_prod.yaml")).at("/jobs/image/strategy/matrix");
        assertThat(matrix.path("service").valueStream().map(JsonNode::asText))
                .containsExactlyInAnyOrder(
                        Stream.of(Service.values()).map(Service::shortName).toArray(String[]::new));
        assertThat(matrix.path("kind").valueStream().map(kind -> "docker/Dockerfile." + kind.asText()))
                .hasSize(2)
                .allMatch(file -> Files.isRegularFile(Repository.path(file)));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void runsNoProgramFromAnImageThatSomebodyCouldReplace(Path workflow) {
        assertThat(IMAGE.matcher(Repository.read(workflow)).results().map(match -> match.group(1)))
                .allMatch(pin -> pin.matches("@sha256:[0-9a-f]{64}"));
    }

    @Test
    void scansAnImageBeforeItIsPushedThenSignsItAndItsBillOfMaterials() {
        assertThat(Repository.read(".github/workflows/cicd_prod.yaml"))
                .containsSubsequence(
                        "docker/smoke smoke:ci",
                        "image --severity HIGH,CRITICAL --ignore-unfixed --exit-code 1",
                        "sbom --severity HIGH,CRITICAL --ignore-unfixed --exit-code 1",
                        "push: true",
                        "sbom: true",
                        "provenance: mode=max",
                        "cosign sign --yes \"$IMAGE@$DIGEST\"",
                        "cosign attest --yes --type cyclonedx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy.yml", "deploy-kubernetes.yml"})
    void deploysNothingThatIsNotSigned(String workflow) {
        List<String> scripts = steps(Yaml.parse(Repository.read(".github/workflows/" + workflow)))
                .map(step -> step.path("run").asText() + step.path("uses").asText())
                .toList();
        assertThat(scripts)
                .filteredOn(script -> script.contains("docker/verify \"$VERSION\" > digests"))
                .hasSize(1);
        assertThat(String.join("\n", scripts))
                .containsSubsequence("docker/verify", "configure-aws-credentials", "/deploy ");
    }

    private static Stream<String> uses(JsonNode workflow) {
        return steps(workflow).map(step -> step.path("uses").asText()).filter(use -> !use.isEmpty());
    }

    private static Stream<JsonNode> steps(JsonNode workflow) {
        return workflow.path("jobs").valueStream().flatMap(job -> job.path("steps")
                .valueStream());
    }
}
