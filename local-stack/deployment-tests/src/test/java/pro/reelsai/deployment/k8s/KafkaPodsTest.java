package pro.reelsai.deployment.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.strimzi.api.kafka.model.common.template.ContainerTemplate;
import io.strimzi.api.kafka.model.common.template.PodTemplate;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.kafka.KafkaSpec;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pods that Strimzi starts, in a namespace that lets in hardened ones alone. */
class KafkaPodsTest {
    @ParameterizedTest
    @MethodSource("pro.reelsai.deployment.k8s.Overlay#deployed")
    void hardensEveryPodOfKafka(Overlay overlay) {
        KafkaSpec kafka = overlay.resources().of(Kafka.class).getFirst().getSpec();
        var brokers = kafka.getKafka().getTemplate();
        var operators = kafka.getEntityOperator().getTemplate();
        var exporter = kafka.getKafkaExporter().getTemplate();

        assertThat(Stream.of(brokers.getPod(), operators.getPod(), exporter.getPod())
                        .map(PodTemplate::getSecurityContext))
                .allSatisfy(pod -> {
                    assertThat(pod.getRunAsNonRoot()).isTrue();
                    assertThat(pod.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
                });
        assertThat(Stream.of(
                                brokers.getKafkaContainer(),
                                brokers.getInitContainer(),
                                operators.getTopicOperatorContainer(),
                                operators.getUserOperatorContainer(),
                                exporter.getContainer())
                        .map(ContainerTemplate::getSecurityContext))
                .allSatisfy(container -> {
                    assertThat(container.getAllowPrivilegeEscalation()).isFalse();
                    assertThat(container.getCapabilities().getDrop()).containsExactly("ALL");
                });
    }

    @ParameterizedTest
    @MethodSource("pro.reelsai.deployment.k8s.Overlay#deployed")
    void letsBrokersWriteToTheirVolumes(Overlay overlay) {
        PodSecurityContext pod = overlay.resources()
                .of(Kafka.class)
                .getFirst()
                .getSpec()
                .getKafka()
                .getTemplate()
                .getPod()
                .getSecurityContext();
        // The group of the user in Strimzi's images; its own default is lost where a context is given.
        assertThat(pod.getFsGroup()).isZero();
    }
}
