package pro.reelsai.deployment.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.quarkus.kafka.client.runtime.KafkaRuntimeConfigProducer;
import io.quarkus.runtime.ApplicationConfig;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pro.reelsai.deployment.repository.Service;
import pro.reelsai.deployment.repository.Writes;
import pro.reelsai.model.Stage;
import pro.reelsai.model.Topics;

/**
 * What the users of Kafka can do: on a broker that asks for their certificates, by clients that are set up by the environment
 * and the secrets of the services' pods.
 */
@Tag("all")
class KafkaAccessTest {
    private static final Overlay OVERLAY = Overlay.PROD;
    private static final TopicPartition ELSEWHERE = new TopicPartition(Topics.EDITING_REQUESTED, 0);

    @TempDir
    static Path folder;

    private static KafkaSecrets secrets;
    private static GuardedBroker broker;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(KafkaSecrets.arePossible(), "openssl is not installed");
        List<KafkaUser> users = OVERLAY.resources().of(KafkaUser.class);
        secrets = KafkaSecrets.create(folder.resolve("secrets"));
        for (KafkaUser user : users) {
            secrets.user(user.getMetadata().getName());
        }
        broker = GuardedBroker.start(folder.resolve("kafka"), secrets);
        broker.admit(users.stream());
    }

    @AfterAll
    static void stop() {
        if (broker != null) {
            broker.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsAServiceDoItsWork(Service service) throws Exception {
        Map<String, Object> client = client(service);
        try (KafkaProducer<String, String> producer = producer(client)) {
            for (String topic : Writes.of(service)) {
                get(producer.send(new ProducerRecord<>(topic, "key", "value")));
            }
        }
        try (Admin admin = Admin.create(client)) {
            for (Service.Subscription subscription : service.subscriptions()) {
                for (String topic : subscription.topics()) {
                    // As a consumer's commit: it takes the right to read the topic, and to read for the group.
                    get(admin.alterConsumerGroupOffsets(
                                    subscription.group(),
                                    Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(0)))
                            .all());
                }
            }
        }
    }

    @Test
    void refusesAStageWhatIsAnothers() throws Exception {
        Map<String, Object> client = client(Service.VOICE);
        try (KafkaProducer<String, String> producer = producer(client);
                Admin admin = Admin.create(client)) {
            assertThatThrownBy(() -> get(producer.send(new ProducerRecord<>(ELSEWHERE.topic(), "key", "value"))))
                    .hasRootCauseInstanceOf(TopicAuthorizationException.class);
            assertThatThrownBy(() -> get(admin.alterConsumerGroupOffsets(
                                    "reels-" + Stage.EDITING.wireName(), Map.of(ELSEWHERE, new OffsetAndMetadata(0)))
                            .all()))
                    .hasRootCauseInstanceOf(GroupAuthorizationException.class);
            assertThatThrownBy(() -> get(admin.createTopics(List.of(new NewTopic("reels.own", 1, (short) 1)))
                            .all()))
                    .hasRootCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void refusesWhoeverHasNoCertificate() {
        Map<String, Object> client = client(Service.VOICE);
        client.keySet().removeIf(key -> key.startsWith("ssl.keystore."));
        try (Admin admin = Admin.create(client)) {
            assertThatThrownBy(() -> get(admin.describeCluster().nodes()))
                    .hasCauseInstanceOf(SslAuthenticationException.class);
        }
    }

    @Test
    void letsTheScalerSeeTheLagAndNoMore() throws Exception {
        Map<String, Object> client = scaler();
        try (Admin admin = Admin.create(client);
                KafkaProducer<String, String> producer = producer(client)) {
            for (ScaledObject scaled : OVERLAY.resources().of(ScaledObject.class)) {
                for (ScaledObject.Trigger trigger : scaled.spec().triggers()) {
                    TopicPartition partition =
                            new TopicPartition(trigger.metadata().get("topic"), 0);
                    get(admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                            .all());
                    get(admin.listConsumerGroupOffsets(trigger.metadata().get("consumerGroup"))
                            .all());
                }
            }
            assertThatThrownBy(() -> get(producer.send(new ProducerRecord<>(ELSEWHERE.topic(), "key", "value"))))
                    .hasRootCauseInstanceOf(AuthorizationException.class);
        }
    }

    /** What a service's Kafka clients are given, out of its pod's environment and mounted secrets. */
    private static Map<String, Object> client(Service service) {
        PodSpec pod = OVERLAY.pods().get(service.id());
        Map<String, String> environment =
                new HashMap<>(OVERLAY.environment(pod.getContainers().getFirst()));
        environment.replaceAll((name, value) -> name.endsWith("_LOCATION") ? mounted(pod, value) : value);
        for (EnvVar variable : pod.getContainers().getFirst().getEnv()) {
            if (variable.getName().startsWith("KAFKA_") && variable.getValue() == null) {
                var reference = variable.getValueFrom().getSecretKeyRef();
                assertThat(List.of(reference.getName(), reference.getKey()))
                        .isEqualTo(List.of(service.id(), "user.password"));
                environment.put(variable.getName(), KafkaSecrets.PASSWORD);
            }
        }
        return quick(new KafkaRuntimeConfigProducer()
                .createKafkaRuntimeConfig(service.config(environment), new Named(service.id())));
    }

    /** A path in a pod's container as the file that the pod's secret would have there. */
    private static String mounted(PodSpec pod, String path) {
        return pod.getContainers().getFirst().getVolumeMounts().stream()
                .filter(mount -> path.startsWith(mount.getMountPath() + "/"))
                .flatMap(mount -> pod.getVolumes().stream()
                        .filter(volume -> volume.getName().equals(mount.getName()))
                        .map(volume ->
                                file(volume, path.substring(mount.getMountPath().length() + 1))))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing is mounted at " + path));
    }

    private static String file(Volume volume, String path) {
        String key = volume.getSecret().getItems().stream()
                .filter(item -> item.getPath().equals(path))
                .map(item -> item.getKey())
                .findFirst()
                .orElse(path);
        return secrets.file(volume.getSecret().getSecretName(), key).toString();
    }

    private static Map<String, Object> scaler() throws Exception {
        TriggerAuthentication access =
                OVERLAY.resources().of(TriggerAuthentication.class).getFirst();
        Map<String, String> parameters = new HashMap<>();
        for (var parameter : access.spec().secretTargetRef()) {
            parameters.put(parameter.parameter(), Files.readString(secrets.file(parameter.name(), parameter.key())));
        }
        return quick(new HashMap<>(Map.of(
                "security.protocol",
                "SSL",
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.certificates",
                parameters.get("ca"),
                "ssl.keystore.type",
                "PEM",
                "ssl.keystore.certificate.chain",
                parameters.get("cert"),
                "ssl.keystore.key",
                parameters.get("key"))));
    }

    private static Map<String, Object> quick(Map<String, Object> client) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("bootstrap.servers", broker.bootstrapServers());
        settings.put("request.timeout.ms", 8000);
        settings.put("default.api.timeout.ms", 10_000);
        settings.put("max.block.ms", 10_000);
        settings.put("delivery.timeout.ms", 10_000);
        return settings;
    }

    private static KafkaProducer<String, String> producer(Map<String, Object> client) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    private static <T> T get(Future<T> answer) throws Exception {
        return answer.get(20, TimeUnit.SECONDS);
    }

    /** An application of a name. */
    private record Named(String id) implements ApplicationConfig {
        @Override
        public Optional<String> name() {
            return Optional.of(id);
        }

        @Override
        public Optional<String> version() {
            return Optional.empty();
        }

        @Override
        public Optional<String> uiHeader() {
            return Optional.empty();
        }
    }
}
