package pro.reelsai.gateway.admin.lag;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.model.ConsumerGroups;
import pro.reelsai.model.Stage;
import pro.reelsai.model.Topics;

/** Tells what waits in the topics: for each stage, and for the gateway that follows them. */
@ApplicationScoped
public class TopicLags {
    private static final Logger LOG = Logger.getLogger(TopicLags.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration COME_BACK = Duration.ofSeconds(5);

    private final Map<String, Object> kafka;
    private final String gateway;
    private final List<String> heard;

    /**
     * @param gateway the consumer group of the gateway's projection
     * @param heard the topics that it reads
     */
    public TopicLags(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "mp.messaging.incoming.events-in.group.id") String gateway,
            @ConfigProperty(name = "mp.messaging.incoming.events-in.topics") List<String> heard) {
        this.kafka = Map.copyOf(kafka);
        this.gateway = gateway;
        this.heard = List.copyOf(heard);
    }

    /** What waits just now, the stages first; a problem 503 while Kafka is away. */
    Uni<List<TopicLag>> now() {
        return Uni.createFrom().item(this::read).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private List<TopicLag> read() {
        try (Admin admin = Admin.create(settings())) {
            return lags(GroupOffsets.read(admin, groups(), topics()));
        } catch (ExecutionException e) {
            LOG.warnf("Kafka does not tell what waits: %s", e.getCause());
            throw ApiProblem.unavailable("Kafka does not answer just now", COME_BACK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        // What is meant for consumers and producers would only be warned of.
        settings.keySet().retainAll(AdminClientConfig.configNames());
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "reels-gateway-lag");
        return settings;
    }

    private List<String> groups() {
        return Stream.concat(
                        Stream.of(gateway),
                        Stream.of(Stage.values())
                                .flatMap(stage -> Stream.concat(
                                        Stream.of(ConsumerGroups.of(stage)), ConsumerGroups.ofRetries(stage).stream())))
                .toList();
    }

    private List<String> topics() {
        return Stream.concat(
                        heard.stream(),
                        Stream.of(Stage.values())
                                .map(Topics::requested)
                                .flatMap(topic -> Stream.concat(Stream.of(topic), Topics.retries(topic).stream())))
                .distinct()
                .toList();
    }

    private List<TopicLag> lags(GroupOffsets offsets) {
        List<TopicLag> lags = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            String topic = Topics.requested(stage);
            String group = ConsumerGroups.of(stage);
            List<String> retries = ConsumerGroups.ofRetries(stage);
            long retrying = 0;
            for (int i = 0; i < retries.size(); i++) {
                retrying += offsets.behind(retries.get(i), Topics.retries(topic).get(i));
            }
            lags.add(new TopicLag(
                    topic, group, stage.wireName(), offsets.readers(group), offsets.behind(group, topic), retrying));
        }
        for (String topic : heard) {
            lags.add(new TopicLag(topic, gateway, null, offsets.readers(gateway), offsets.behind(gateway, topic), 0));
        }
        return lags;
    }
}
