package pro.reelsai.deployment.k8s;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import pro.reelsai.deployment.repository.Repository;
import pro.reelsai.deployment.repository.Service;

/** What is deployed somewhere: an overlay of {@code k8s/overlays}, or another combination of base and components. */
enum Overlay {
    DEV,
    STAGING,
    PROD,
    /** A canary of every stage, and native images. */
    CANARIES {
        @Override
        Path folder() {
            List<String> resources = Stream.concat(
                            Stream.of("base"), Service.stages().map(service -> "canary/" + service.shortName()))
                    .toList();
            return Combination.folder(resources, List.of("strimzi-kafka", "keda", "native"));
        }
    },
    /** A Kafka of one's own choice and nothing that a cluster may lack. */
    PLAIN {
        @Override
        Path folder() {
            return Combination.folder(List.of("base"), List.of());
        }
    },
    /** Every component at once. */
    EVERYTHING {
        @Override
        Path folder() {
            return Combination.folder(
                    List.of("base"),
                    List.of(
                            "external-secrets",
                            "ingress",
                            "keda",
                            "native",
                            "network-policies",
                            "prometheus-rules",
                            "strimzi-kafka"));
        }
    };

    private static final Map<Overlay, Resources> RENDERED = new ConcurrentHashMap<>();

    /** Those that are deployed as they are. */
    static Stream<Overlay> deployed() {
        return Stream.of(DEV, STAGING, PROD);
    }

    Path folder() {
        return Repository.path("k8s/overlays").resolve(name().toLowerCase());
    }

    /** What it comes to; where nothing can render it, the test that asks is skipped and says so. */
    Resources resources() {
        Optional<Kustomize> kustomize = Kustomize.installed();
        assumeTrue(kustomize.isPresent(), "neither kubectl nor kustomize is installed: the files alone are checked");
        return RENDERED.computeIfAbsent(
                this, overlay -> Resources.parse(kustomize.get().render(overlay.folder())));
    }

    /** The pods it starts, by the name of what starts them. */
    Map<String, PodSpec> pods() {
        Map<String, PodSpec> pods = new HashMap<>();
        resources()
                .of(Deployment.class)
                .forEach(deployment -> pods.put(
                        deployment.getMetadata().getName(),
                        deployment.getSpec().getTemplate().getSpec()));
        resources()
                .of(Job.class)
                .forEach(job -> pods.put(
                        job.getMetadata().getName(), job.getSpec().getTemplate().getSpec()));
        return pods;
    }

    /** The variables that a container is given as plain values, its ConfigMaps' included. */
    Map<String, String> environment(Container container) {
        Map<String, String> environment = new HashMap<>();
        for (EnvFromSource source : container.getEnvFrom()) {
            if (source.getConfigMapRef() != null) {
                environment.putAll(settings(source.getConfigMapRef().getName()));
            }
        }
        for (EnvVar variable : container.getEnv()) {
            if (variable.getValue() != null) {
                environment.put(variable.getName(), variable.getValue());
            }
        }
        return environment;
    }

    private Map<String, String> settings(String name) {
        return resources().stream(ConfigMap.class)
                .filter(map -> map.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no ConfigMap " + name))
                .getData();
    }

    /** A kustomization that exists for a test alone. Kustomize refuses absolute paths, so it lies in {@code target}. */
    private static final class Combination {
        static Path folder(List<String> resources, List<String> components) {
            try {
                Path target = Files.createDirectories(Repository.path("local-stack/deployment-tests/target"));
                Path folder = Files.createTempDirectory(target, "combination-");
                String up = folder.relativize(Repository.path("k8s")) + "/";
                StringBuilder yaml = new StringBuilder("namespace: reels-test\nresources:\n");
                resources.forEach(resource ->
                        yaml.append("  - ").append(up).append(resource).append('\n'));
                if (!components.isEmpty()) {
                    yaml.append("components:\n");
                    components.forEach(component -> yaml.append("  - ")
                            .append(up)
                            .append("components/")
                            .append(component)
                            .append('\n'));
                }
                Files.writeString(folder.resolve("kustomization.yaml"), yaml);
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
