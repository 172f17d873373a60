package pro.reelsai.deployment.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import pro.reelsai.deployment.repository.Repository;
import pro.reelsai.deployment.repository.Service;

/** Every overlay and every combination of components is what a cluster would take. */
class RenderingTest {
    /** Kustomize's own files, and patches, which are no resources by themselves. */
    private static final Set<String> NO_RESOURCES = Set.of("kustomization.yaml", "client-tls.yaml");

    static Stream<Path> files() {
        return Repository.files("k8s", ".yaml").stream()
                .filter(file -> !NO_RESOURCES.contains(file.getFileName().toString()))
                .filter(file -> !file.toString().contains("k8s/base/stage/"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsEveryFileStrictly(Path file) {
        // When
        Resources resources = Resources.parse(Repository.read(file));

        // Then
        assertThat(resources.all()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void rendersEveryOverlayAndCombination(Overlay overlay) {
        // When
        Resources resources = overlay.resources();

        // Then
        assertThat(resources.of(Deployment.class))
                .extracting(deployment -> deployment.getMetadata().getName())
                .contains(Stream.of(Service.values()).map(Service::id).toArray(String[]::new));
        assertThat(resources.stream(HasMetadata.class))
                .extracting(resource ->
                        resource.getKind() + " " + resource.getMetadata().getName())
                .doesNotHaveDuplicates();
    }

    @Test
    void refusesAFieldThatDoesNotExist() {
        // Given
        String typo = """
                apiVersion: v1
                kind: ServiceAccount
                metadata:
                  name: any
                automountServiceAccountTokens: false
                """;

        // Then
        assertThatThrownBy(() -> Resources.parse(typo))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("automountServiceAccountTokens");
    }

    @Test
    void refusesAFieldOfKafkaThatDoesNotExist() {
        // Given
        String typo = """
                apiVersion: kafka.strimzi.io/v1
                kind: KafkaTopic
                metadata:
                  name: any
                spec:
                  partition: 12
                """;

        // Then
        assertThatThrownBy(() -> Resources.parse(typo)).hasMessageContaining("partition");
    }
}
