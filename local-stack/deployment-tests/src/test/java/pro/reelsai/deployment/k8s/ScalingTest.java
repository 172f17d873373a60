package pro.reelsai.deployment.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import pro.reelsai.deployment.repository.Service;
import pro.reelsai.deployment.repository.Settings;
import pro.reelsai.local.capacity.Footprint;
import pro.reelsai.model.Topics;

/** The scalers against the topics and groups that the stages consume. */
class ScalingTest {
    /** What PostgreSQL takes by default, without those it keeps for its owner. */
    private static final int CONNECTIONS = 97;

    @ParameterizedTest
    @MethodSource("pro.reelsai.deployment.k8s.Overlay#deployed")
    void scalesEveryStageByTheLagOfItsOwnGroups(Overlay overlay) {
        // Given
        List<ScaledObject> scalers = overlay.resources().of(ScaledObject.class);

        // Then
        assertThat(scalers)
                .extracting(scaler -> scaler.spec().scaleTargetRef().name())
                .containsExactlyInAnyOrderElementsOf(
                        Service.stages().map(Service::id).toList());
        assertThat(scalers).allSatisfy(scaler -> {
            Service service = Service.of(scaler.spec().scaleTargetRef().name());
            Map<String, Set<String>> groups = service.subscriptions().stream()
                    .collect(Collectors.toMap(Service.Subscription::group, Service.Subscription::topics));
            assertThat(scaler.spec().triggers()).allSatisfy(trigger -> {
                assertThat(trigger.type()).isEqualTo("kafka");
                assertThat(groups.get(trigger.metadata().get("consumerGroup")))
                        .containsExactly(trigger.metadata().get("topic"));
            });
            String requests = Topics.requested(service.stage().orElseThrow());
            assertThat(scaler.spec().triggers())
                    .extracting(trigger -> trigger.metadata().get("topic"))
                    .contains(requests)
                    .containsAll(Topics.retries(requests));
        });
    }

    @ParameterizedTest
    @MethodSource("pro.reelsai.deployment.k8s.Overlay#deployed")
    void startsNoMoreProcessesThanThereArePartitions(Overlay overlay) {
        assertThat(overlay.resources().of(ScaledObject.class)).allSatisfy(scaler -> {
            assertThat(scaler.spec().maxReplicaCount()).isLessThanOrEqualTo(Topics.PARTITIONS);
            assertThat(scaler.spec().minReplicaCount())
                    .isBetween(1, scaler.spec().maxReplicaCount());
        });
    }

    @ParameterizedTest
    @MethodSource("pro.reelsai.deployment.k8s.Overlay#deployed")
    void leavesTheNumberOfProcessesToTheScalers(Overlay overlay) {
        assertThat(overlay.resources().of(Deployment.class))
                .allSatisfy(deployment ->
                        assertThat(deployment.getSpec().getReplicas()).isNull());
    }

    @ParameterizedTest
    @MethodSource("pro.reelsai.deployment.k8s.Overlay#deployed")
    void findsTheBrokerWhereTheServiceDoes(Overlay overlay) {
        // Given
        Set<String> users = overlay.resources().stream(KafkaUser.class)
                .map(user -> user.getMetadata().getName())
                .collect(Collectors.toSet());
        TriggerAuthentication access =
                overlay.resources().of(TriggerAuthentication.class).getFirst();

        // Then
        assertThat(access.spec().secretTargetRef())
                .filteredOn(parameter -> !parameter.parameter().equals("ca"))
                .allSatisfy(parameter -> assertThat(users).contains(parameter.name()));
        assertThat(overlay.resources().of(ScaledObject.class)).allSatisfy(scaler -> {
            Container container = overlay.pods()
                    .get(scaler.spec().scaleTargetRef().name())
                    .getContainers()
                    .getFirst();
            assertThat(scaler.spec().triggers()).allSatisfy(trigger -> {
                assertThat(overlay.environment(container))
                        .containsKey(trigger.metadata().get("bootstrapServersFromEnv"));
                assertThat(trigger.authenticationRef().name())
                        .isEqualTo(access.metadata().getName());
            });
        });
    }

    @ParameterizedTest
    @MethodSource("pro.reelsai.deployment.k8s.Overlay#deployed")
    void opensNoMoreConnectionsThanADatabaseTakesUnlessAPoolerStandsBefore(Overlay overlay) {
        // Given
        Map<String, Integer> most = overlay.resources().stream(ScaledObject.class)
                .collect(Collectors.toMap(
                        scaler -> scaler.spec().scaleTargetRef().name(),
                        scaler -> scaler.spec().maxReplicaCount()));
        overlay.resources()
                .of(HorizontalPodAutoscaler.class)
                .forEach(scaler -> most.put(
                        scaler.getSpec().getScaleTargetRef().getName(),
                        scaler.getSpec().getMaxReplicas()));
        Container gateway =
                overlay.pods().get("gateway-service").getContainers().getFirst();
        boolean isPooled = "transaction".equals(overlay.environment(gateway).get("DATABASE_POOLER"));

        // When
        int connections = most.entrySet().stream()
                .mapToInt(service -> service.getValue()
                        * Integer.parseInt(new Settings(Service.of(service.getKey()), Map.of())
                                .string("quarkus.datasource.reactive.max-size")))
                .sum();

        // Then
        assertThat(isPooled || connections <= CONNECTIONS)
                .as("%d connections in %s", connections, overlay)
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void countsConnectionsInTheCapacityModelAsServicesOpenThem(Service service) {
        // When
        String opened = new Settings(service, Map.of()).string("quarkus.datasource.reactive.max-size");

        // Then
        assertThat(Integer.parseInt(opened))
                .isEqualTo(
                        service == Service.GATEWAY
                                ? Footprint.CONNECTIONS_OF_A_GATEWAY
                                : Footprint.CONNECTIONS_OF_A_STAGE);
    }
}
