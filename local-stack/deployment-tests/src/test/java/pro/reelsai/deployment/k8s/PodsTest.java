package pro.reelsai.deployment.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import pro.reelsai.deployment.repository.Service;
import pro.reelsai.deployment.repository.Settings;

/** How the services' pods are locked up, looked after and ended. */
class PodsTest {
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|TOKEN|_KEY|DSN|WEBHOOK_URL)");
    private static final Duration ENDING = Duration.ofSeconds(10);

    @ParameterizedTest
    @EnumSource
    void hardensEveryContainer(Overlay overlay) {
        overlay.pods().forEach((name, pod) -> {
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).as(name).isTrue();
            assertThat(pod.getSecurityContext().getRunAsUser()).as(name).isPositive();
            assertThat(pod.getSecurityContext().getSeccompProfile().getType())
                    .as(name)
                    .isEqualTo("RuntimeDefault");
            assertThat(pod.getAutomountServiceAccountToken()).as(name).isFalse();
            assertThat(pod.getEnableServiceLinks()).as(name).isFalse();
            assertThat(pod.getContainers()).isNotEmpty().allSatisfy(container -> {
                assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                        .isFalse();
                assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                        .isTrue();
                assertThat(container.getSecurityContext().getPrivileged()).isFalse();
                assertThat(container.getSecurityContext().getCapabilities().getDrop())
                        .containsExactly("ALL");
                assertThat(container.getSecurityContext().getCapabilities().getAdd())
                        .isEmpty();
            });
        });
    }

    @ParameterizedTest
    @MethodSource("pro.reelsai.deployment.k8s.Overlay#deployed")
    void letsOnlyHardenedPodsIntoItsNamespace(Overlay overlay) {
        assertThat(overlay.resources().of(Namespace.class)).singleElement().satisfies(namespace -> assertThat(
                        namespace.getMetadata().getLabels())
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted"));
    }

    @ParameterizedTest
    @EnumSource
    void boundsWhatEveryContainerTakes(Overlay overlay) {
        overlay.pods().forEach((name, pod) -> {
            assertThat(pod.getContainers()).allSatisfy(container -> {
                assertThat(container.getResources().getRequests())
                        .as(name)
                        .containsKeys("cpu", "memory", "ephemeral-storage");
                assertThat(container.getResources().getLimits()).as(name).containsKey("memory");
            });
            assertThat(pod.getVolumes())
                    .filteredOn(volume -> volume.getEmptyDir() != null)
                    .isNotEmpty()
                    .allSatisfy(volume -> assertThat(volume.getEmptyDir().getSizeLimit())
                            .as(name)
                            .isNotNull());
        });
    }

    @ParameterizedTest
    @EnumSource
    void mountsEveryVolumeThatIsUsed(Overlay overlay) {
        overlay.pods().forEach((name, pod) -> assertThat(
                        pod.getContainers().getFirst().getVolumeMounts())
                .extracting(VolumeMount::getName)
                .as(name)
                .containsExactlyInAnyOrderElementsOf(
                        pod.getVolumes().stream().map(Volume::getName).toList()));
    }

    @ParameterizedTest
    @EnumSource
    void looksAfterEveryServiceByItsHealth(Overlay overlay) {
        assertThat(overlay.resources().of(Deployment.class)).allSatisfy(deployment -> {
            Container container = container(deployment);
            assertThat(container.getPorts()).extracting(port -> port.getName()).containsExactly("http");
            assertThat(container.getStartupProbe().getHttpGet().getPath()).isEqualTo("/q/health/started");
            assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/q/health/ready");
            assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/q/health/live");
        });
    }

    @ParameterizedTest
    @EnumSource
    void listensWhereTheServiceDoes(Overlay overlay) {
        assertThat(overlay.resources().of(Deployment.class)).allSatisfy(deployment -> assertThat(
                        container(deployment).getPorts().getFirst().getContainerPort())
                .isEqualTo(Service.of(deployment.getMetadata().getName())
                        .config(Map.of())
                        .getValue("quarkus.http.port", Integer.class)));
    }

    @ParameterizedTest
    @EnumSource
    void waitsLongerThanAServiceDrains(Overlay overlay) {
        assertThat(overlay.resources().of(Deployment.class)).allSatisfy(deployment -> {
            PodSpec pod = deployment.getSpec().getTemplate().getSpec();
            Service service = Service.of(deployment.getMetadata().getName());
            Settings settings = new Settings(
                    service, overlay.environment(pod.getContainers().getFirst()));
            Duration drain = service == Service.GATEWAY
                    ? settings.duration("reels.edge.shutdown.delay")
                            .plus(settings.duration("reels.edge.shutdown.drain"))
                    : settings.duration("reels.stage.drain");
            assertThat(Duration.ofSeconds(pod.getTerminationGracePeriodSeconds()))
                    .as(deployment.getMetadata().getName())
                    .isGreaterThan(drain.plus(ENDING));
        });
    }

    @ParameterizedTest
    @EnumSource
    void worksWhereItMayWrite(Overlay overlay) {
        assertThat(overlay.resources().of(Deployment.class)).allSatisfy(deployment -> {
            Container container = container(deployment);
            Service service = Service.of(deployment.getMetadata().getName());
            String key = service == Service.GATEWAY ? "quarkus.http.body.uploads-directory" : "reels.stage.workspace";
            assertThat(new Settings(service, overlay.environment(container)).string(key))
                    .startsWith("/var/lib/reels");
            assertThat(container.getVolumeMounts())
                    .extracting(VolumeMount::getMountPath)
                    .contains("/var/lib/reels", "/tmp");
        });
    }

    @ParameterizedTest
    @EnumSource
    void leavesMigrationsToTheirJob(Overlay overlay) {
        // Given
        Container job = overlay.pods().get("gateway-migrations").getContainers().getFirst();
        Container gateway =
                overlay.pods().get("gateway-service").getContainers().getFirst();

        // Then
        assertThat(job.getImage()).isEqualTo(gateway.getImage());
        assertThat(overlay.environment(job))
                .containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "true")
                .containsEntry("QUARKUS_INIT_AND_EXIT", "true");
        assertThat(overlay.environment(gateway))
                .containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "false")
                .containsEntry("QUARKUS_FLYWAY_VALIDATE_AT_START", "true");
    }

    @ParameterizedTest
    @EnumSource
    void holdsNoSecretButReferencesToThem(Overlay overlay) {
        assertThat(overlay.resources().of(Secret.class)).isEmpty();
        overlay.pods().forEach((name, pod) -> assertThat(pod.getContainers()).allSatisfy(container -> {
            assertThat(container.getEnv())
                    .filteredOn(variable -> SECRET.matcher(variable.getName()).matches())
                    .as(name)
                    .allSatisfy(variable -> assertThat(variable.getValueFrom().getSecretKeyRef())
                            .isNotNull());
            assertThat(overlay.environment(container).keySet())
                    .noneMatch(key -> SECRET.matcher(key).matches());
            assertThat(container.getEnv()).extracting(EnvVar::getName).doesNotHaveDuplicates();
        }));
    }

    @ParameterizedTest
    @MethodSource("pro.reelsai.deployment.k8s.Overlay#deployed")
    void takesItsSecretsFromTheStore(Overlay overlay) {
        // Given
        List<String> stored = overlay.resources().stream(ExternalSecret.class)
                .map(secret -> secret.spec().target().name())
                .toList();

        // Then: dev's are made by hand
        if (overlay != Overlay.DEV) {
            overlay.pods().forEach((name, pod) -> assertThat(
                            pod.getContainers().getFirst().getEnvFrom())
                    .filteredOn(source -> source.getSecretRef() != null)
                    .extracting(source -> source.getSecretRef().getName())
                    .as(name)
                    .isSubsetOf(stored));
        }
    }

    @ParameterizedTest
    @EnumSource
    void protectsEveryServiceFromBeingTakenAwayAtOnce(Overlay overlay) {
        assertThat(overlay.resources().of(Deployment.class)).allSatisfy(deployment -> {
            assertThat(overlay.resources().of(PodDisruptionBudget.class)).anySatisfy(budget -> {
                assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels())
                        .containsAllEntriesOf(budget.getSpec().getSelector().getMatchLabels());
                assertThat(budget.getSpec().getSelector().getMatchLabels()).isNotEmpty();
            });
            assertThat(deployment.getSpec().getTemplate().getSpec().getTopologySpreadConstraints())
                    .extracting(constraint -> constraint.getTopologyKey())
                    .containsExactlyInAnyOrder("topology.kubernetes.io/zone", "kubernetes.io/hostname");
            assertThat(overlay.resources().of(ServiceAccount.class)).anySatisfy(account -> assertThat(
                            account.getMetadata().getName())
                    .isEqualTo(deployment.getSpec().getTemplate().getSpec().getServiceAccountName()));
        });
    }

    @ParameterizedTest
    @EnumSource
    void letsNoDeploymentTakeTheOthersPods(Overlay overlay) {
        List<Deployment> deployments = overlay.resources().of(Deployment.class);
        assertThat(deployments).allSatisfy(one -> assertThat(deployments)
                .filteredOn(other -> other.getSpec()
                        .getTemplate()
                        .getMetadata()
                        .getLabels()
                        .entrySet()
                        .containsAll(
                                one.getSpec().getSelector().getMatchLabels().entrySet()))
                .containsExactly(one));
    }

    private static Container container(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec().getContainers().getFirst();
    }
}
