package pro.reelsai.deployment.k8s;

import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.acl.AclOperation;
import io.strimzi.api.kafka.model.user.acl.AclResourcePatternType;
import io.strimzi.api.kafka.model.user.acl.AclRule;
import io.strimzi.api.kafka.model.user.acl.AclRuleGroupResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.awaitility.Awaitility;
import pro.reelsai.local.FreePort;
import pro.reelsai.local.kafka.KafkaBroker;

/** A broker set up as Strimzi sets up those of {@code kafka.yaml}: it asks for a certificate, and lets users do what they may. */
final class GuardedBroker implements AutoCloseable {
    private static final String HOST = "127.0.0.1:";

    private final KafkaBroker broker;
    private final int guarded;

    private GuardedBroker(KafkaBroker broker, int guarded) {
        this.broker = broker;
        this.guarded = guarded;
    }

    /** Starts one on which nobody may do anything. Whoever comes without TLS is an operator; in a cluster there is no such way. */
    static GuardedBroker start(Path logs, KafkaSecrets secrets) throws IOException {
        int open = FreePort.next();
        int controller = FreePort.next();
        int guarded = FreePort.next();
        Map<String, String> settings = Map.ofEntries(
                Map.entry(
                        "listeners",
                        "PLAINTEXT://%s%d,CONTROLLER://%s%d,TLS://%s%d"
                                .formatted(HOST, open, HOST, controller, HOST, guarded)),
                Map.entry("advertised.listeners", "PLAINTEXT://%s%d,TLS://%s%d".formatted(HOST, open, HOST, guarded)),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,TLS:SSL"),
                Map.entry("listener.name.tls.ssl.client.auth", "required"),
                Map.entry("listener.name.tls.ssl.keystore.type", "PKCS12"),
                Map.entry(
                        "listener.name.tls.ssl.keystore.location",
                        secrets.file("reels-kafka", "user.p12").toString()),
                Map.entry("listener.name.tls.ssl.keystore.password", KafkaSecrets.PASSWORD),
                Map.entry("listener.name.tls.ssl.truststore.type", "PEM"),
                Map.entry(
                        "listener.name.tls.ssl.truststore.location",
                        secrets.clientsAuthority().toString()),
                Map.entry("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
                Map.entry("super.users", "User:ANONYMOUS"));
        return new GuardedBroker(KafkaBroker.start(logs, open, controller, settings), guarded);
    }

    /** Where it asks for a certificate. */
    String bootstrapServers() {
        return HOST + guarded;
    }

    /** Lets users do what their rules say, as Strimzi's operator does. */
    void admit(Stream<KafkaUser> users) throws Exception {
        List<AclBinding> bindings =
                users.flatMap(user -> bindings(user).stream()).toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createAcls(bindings).all().get(20, TimeUnit.SECONDS);
            // The controller has them; the broker is told a moment later.
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> admin.describeAcls(AclBindingFilter.ANY)
                    .values()
                    .get(20, TimeUnit.SECONDS)
                    .containsAll(bindings));
        }
    }

    private static List<AclBinding> bindings(KafkaUser user) {
        String principal = "User:CN=" + user.getMetadata().getName();
        return ((KafkaUserAuthorizationSimple) user.getSpec().getAuthorization())
                .getAcls().stream()
                        .flatMap(rule ->
                                rule.getOperations().stream().map(operation -> binding(principal, rule, operation)))
                        .toList();
    }

    private static AclBinding binding(String principal, AclRule rule, AclOperation operation) {
        return new AclBinding(
                pattern(rule.getResource()),
                new AccessControlEntry(
                        principal,
                        "*",
                        org.apache.kafka.common.acl.AclOperation.fromString(operation.name()),
                        AclPermissionType.ALLOW));
    }

    private static ResourcePattern pattern(AclRuleResource resource) {
        return switch (resource) {
            case AclRuleTopicResource topic ->
                new ResourcePattern(ResourceType.TOPIC, topic.getName(), type(topic.getPatternType()));
            case AclRuleGroupResource group ->
                new ResourcePattern(ResourceType.GROUP, group.getName(), type(group.getPatternType()));
            default -> throw new IllegalArgumentException("No user here needs " + resource.getType());
        };
    }

    private static PatternType type(AclResourcePatternType type) {
        return type == AclResourcePatternType.PREFIX ? PatternType.PREFIXED : PatternType.LITERAL;
    }

    @Override
    public void close() {
        broker.close();
    }
}
