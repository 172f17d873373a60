package pro.reelsai.deployment.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pro.reelsai.deployment.repository.Variables;

/** The environment of every pod against what the code reads. */
class EnvironmentTest {
    @ParameterizedTest
    @EnumSource
    void setsOnlyWhatTheCodeReads(Overlay overlay) {
        for (PodSpec pod : overlay.pods().values()) {
            Container container = pod.getContainers().getFirst();
            assertThat(container.getEnv()).extracting(EnvVar::getName).allMatch(Variables::isKnown);
            assertThat(overlay.environment(container).keySet()).allMatch(Variables::isKnown);
        }
    }
}
