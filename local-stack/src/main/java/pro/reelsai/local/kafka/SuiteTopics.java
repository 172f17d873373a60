package pro.reelsai.local.kafka;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.jboss.logging.Logger;
import pro.reelsai.model.Topics;

/** The topics of the suite on a broker. */
public final class SuiteTopics {
    private static final Logger LOG = Logger.getLogger(SuiteTopics.class);
    private static final short ONE_REPLICA = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String bootstrapServers;

    /** Those on this broker. */
    public SuiteTopics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Waits for the broker and creates those that are missing; the others stay as they are.
     *
     * @throws IOException if the broker does not answer or refuses
     */
    public void create() throws IOException {
        Map<String, Object> client = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis());
        try (Admin admin = Admin.create(client)) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = Topics.all().stream()
                    .filter(topic -> !present.contains(topic))
                    .map(SuiteTopics::topic)
                    .toList();
            admin.createTopics(missing).all().get();
            LOG.infof("Kafka topics: present=%d created=%d", present.size(), missing.size());
        } catch (ExecutionException e) {
            throw new IOException("The topics could not be created on " + bootstrapServers, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while creating the topics");
        }
    }

    private static NewTopic topic(String name) {
        long retention = Duration.ofDays(Topics.RETENTION_DAYS).toMillis();
        return new NewTopic(name, Topics.PARTITIONS, ONE_REPLICA)
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention)));
    }
}
