package pro.reelsai.deployment.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pro.reelsai.model.Stage;

/** The lists of services that no code can be asked for: what one of them lacks is not built, started or watched. */
class ServicesTest {
    private static final String ALL =
            Stream.of(Service.values()).map(Service::shortName).collect(Collectors.joining(" "));

    @Test
    void areTheGatewayAndOneForEveryStage() {
        assertThat(Service.stages().map(service -> service.stage().orElseThrow()))
                .containsExactly(Stage.values());
    }

    @Test
    void areTheSameOnOneMachine() {
        assertThat(Stream.of(pro.reelsai.local.stack.Service.values()).map(pro.reelsai.local.stack.Service::id))
                .containsExactly(ALL.split(" "));
    }

    @ParameterizedTest
    @EnumSource
    void areModulesOfTheBuildAndBuiltBeforeTheWholeSuiteIsTried(Service service) {
        assertThat(Repository.read("pom.xml")).contains("<module>" + service.id() + "</module>");
        assertThat(Repository.read("local-stack/end-to-end/pom.xml"))
                .contains("<artifactId>" + service.id() + "</artifactId>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reels",
                "docker/deploy",
                "docker/verify",
                "docker/observability/prometheus.yml",
                "k8s/deploy",
                ".github/workflows/ci.yml",
                ".github/workflows/cicd_prod.yaml"
            })
    void areAllNamedWhereMoreThanOneIs(String file) {
        // Given
        List<String> lists = Repository.read(file)
                .lines()
                .filter(line -> line.contains("gateway") && line.contains("editing"))
                .map(line -> line.replaceAll("[\",]|:8080", ""))
                .toList();

        // Then
        assertThat(lists).isNotEmpty().allSatisfy(line -> assertThat(line).containsPattern("\\b" + ALL + "\\b"));
    }
}
