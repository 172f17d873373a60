package pro.reelsai.deployment.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.kafka.listener.KafkaListenerAuthenticationTls;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.acl.AclOperation;
import io.strimzi.api.kafka.model.user.acl.AclResourcePatternType;
import io.strimzi.api.kafka.model.user.acl.AclRule;
import io.strimzi.api.kafka.model.user.acl.AclRuleGroupResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import pro.reelsai.deployment.repository.Repository;
import pro.reelsai.deployment.repository.Service;
import pro.reelsai.deployment.repository.Writes;
import pro.reelsai.model.Topics;

/** Strimzi's resources against the topics and groups of the code. */
class KafkaTest {
    private static final Resources FILES = Resources.parse(Repository.read("k8s/components/strimzi-kafka/topics.yaml"));
    private static final Resources USERS = Resources.parse(Repository.read("k8s/components/strimzi-kafka/users.yaml"));

    @Test
    void declaresEveryTopicAndNoOther() {
        assertThat(FILES.of(KafkaTopic.class))
                .extracting(KafkaTest::name)
                .containsExactlyInAnyOrderElementsOf(Topics.all());
    }

    @Test
    void givesTopicsThePartitionsAndTheRetentionOfTheCode() {
        assertThat(FILES.of(KafkaTopic.class)).allSatisfy(topic -> {
            assertThat(topic.getSpec().getPartitions()).isEqualTo(Topics.PARTITIONS);
            assertThat(topic.getSpec().getConfig().get("retention.ms"))
                    .hasToString(
                            Long.toString(Duration.ofDays(Topics.RETENTION_DAYS).toMillis()));
            assertThat(((Number) topic.getSpec().getConfig().get("max.message.bytes")).intValue())
                    .isGreaterThan(Topics.MAX_EVENT_BYTES);
        });
    }

    @ParameterizedTest
    @MethodSource("pro.reelsai.deployment.k8s.Overlay#deployed")
    void keepsAsManyCopiesAsThereAreBrokersToWriteTo(Overlay overlay) {
        Map<String, Object> broker = overlay.resources()
                .of(Kafka.class)
                .getFirst()
                .getSpec()
                .getKafka()
                .getConfig();
        assertThat(overlay.resources().of(KafkaTopic.class)).allSatisfy(topic -> {
            assertThat(topic.getSpec().getReplicas()).isEqualTo(broker.get("default.replication.factor"));
            assertThat(topic.getSpec().getConfig().get("min.insync.replicas"))
                    .isEqualTo(broker.get("min.insync.replicas"));
        });
        assertThat(broker).containsEntry("auto.create.topics.enable", false);
    }

    @ParameterizedTest
    @EnumSource
    void letsAServiceReadWhatItsConfigurationConsumes(Service service) {
        List<AclRule> rules = rules(service.id());
        assertThat(service.subscriptions()).isNotEmpty().allSatisfy(subscription -> {
            assertThat(subscription.topics()).allSatisfy(topic -> assertThat(allows(rules, topic, AclOperation.READ))
                    .as(topic)
                    .isTrue());
            assertThat(allowsGroup(rules, subscription.group()))
                    .as(subscription.group())
                    .isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource
    void letsAServiceWriteWhatItSaysAndNothingElse(Service service) {
        List<AclRule> rules = rules(service.id());
        assertThat(Topics.all().stream()
                        .filter(topic -> allows(rules, topic, AclOperation.WRITE))
                        .collect(Collectors.toSet()))
                .isEqualTo(Writes.of(service));
    }

    @ParameterizedTest
    @EnumSource(names = "GATEWAY", mode = EnumSource.Mode.EXCLUDE)
    void keepsAStageFromTheTopicsAndGroupsOfOthers(Service service) {
        // Given
        List<AclRule> rules = rules(service.id());
        Set<String> own = service.subscriptions().stream()
                .flatMap(subscription -> subscription.topics().stream())
                .collect(Collectors.toSet());

        // Then
        assertThat(Topics.all().stream().filter(topic -> allows(rules, topic, AclOperation.READ)))
                .containsExactlyInAnyOrderElementsOf(own);
        assertThat(Stream.of(Service.values())
                        .filter(other -> other != service)
                        .flatMap(other -> other.subscriptions().stream())
                        .map(Service.Subscription::group))
                .noneMatch(group -> allowsGroup(rules, group));
    }

    @ParameterizedTest
    @EnumSource
    void letsNobodyDoWhatOnlyAnOperatorDoes(Service service) {
        assertThat(rules(service.id()))
                .flatExtracting(AclRule::getOperations)
                .containsOnly(AclOperation.READ, AclOperation.WRITE, AclOperation.DESCRIBE);
    }

    @ParameterizedTest
    @MethodSource("pro.reelsai.deployment.k8s.Overlay#deployed")
    void givesEveryServiceTheCertificateOfItsOwnUser(Overlay overlay) {
        assertThat(overlay.resources().of(Deployment.class)).allSatisfy(deployment -> {
            String user = deployment.getMetadata().getName();
            assertThat(deployment.getSpec().getTemplate().getSpec().getVolumes())
                    .filteredOn(volume -> volume.getName().equals("kafka-user"))
                    .singleElement()
                    .satisfies(volume ->
                            assertThat(volume.getSecret().getSecretName()).isEqualTo(user));
            assertThat(overlay.resources().of(KafkaUser.class))
                    .extracting(declared -> declared.getMetadata().getName())
                    .contains(user);
        });
    }

    @ParameterizedTest
    @MethodSource("pro.reelsai.deployment.k8s.Overlay#deployed")
    void findsTheBrokerAtItsOneListenerWhichAsksForACertificate(Overlay overlay) {
        Kafka kafka = overlay.resources().of(Kafka.class).getFirst();
        assertThat(kafka.getSpec().getKafka().getListeners()).singleElement().satisfies(listener -> {
            assertThat(listener.isTls()).isTrue();
            assertThat(listener.getAuth()).isInstanceOf(KafkaListenerAuthenticationTls.class);
            String address = "%s-kafka-bootstrap.%s.svc:%d"
                    .formatted(
                            kafka.getMetadata().getName(), kafka.getMetadata().getNamespace(), listener.getPort());
            assertThat(overlay.resources().of(Deployment.class))
                    .allSatisfy(deployment -> assertThat(overlay.environment(deployment
                                    .getSpec()
                                    .getTemplate()
                                    .getSpec()
                                    .getContainers()
                                    .getFirst()))
                            .containsEntry("KAFKA_BOOTSTRAP_SERVERS", address)
                            .containsEntry("KAFKA_SECURITY_PROTOCOL", "SSL"));
        });
    }

    private static String name(KafkaTopic topic) {
        return Optional.ofNullable(topic.getSpec().getTopicName())
                .orElse(topic.getMetadata().getName());
    }

    private static List<AclRule> rules(String user) {
        return USERS.stream(KafkaUser.class)
                .filter(declared -> declared.getMetadata().getName().equals(user))
                .map(declared ->
                        (KafkaUserAuthorizationSimple) declared.getSpec().getAuthorization())
                .map(KafkaUserAuthorizationSimple::getAcls)
                .flatMap(Collection::stream)
                .toList();
    }

    private static boolean allows(List<AclRule> rules, String topic, AclOperation operation) {
        return rules.stream()
                .filter(rule -> rule.getOperations().contains(operation))
                .map(AclRule::getResource)
                .anyMatch(resource -> resource instanceof AclRuleTopicResource topics
                        && fits(topics.getName(), topics.getPatternType(), topic));
    }

    private static boolean allowsGroup(List<AclRule> rules, String group) {
        return rules.stream().map(AclRule::getResource).anyMatch(resource -> isGroup(resource, group));
    }

    private static boolean isGroup(AclRuleResource resource, String group) {
        return resource instanceof AclRuleGroupResource groups
                && fits(groups.getName(), groups.getPatternType(), group);
    }

    private static boolean fits(String name, AclResourcePatternType pattern, String value) {
        return pattern == AclResourcePatternType.PREFIX ? value.startsWith(name) : value.equals(name);
    }
}
