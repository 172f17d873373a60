package pro.reelsai.stage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import pro.reelsai.model.Stage;
import pro.reelsai.model.Topics;

/**
 * The settings of Kafka on which a stage's promises rest, and which the defaults get wrong: with them an event is lost
 * when a broker dies, a request is skipped at a group's first start, or one bad record stops a service.
 */
public final class KafkaSettings {
    private static final String BYTES = "org.apache.kafka.common.serialization.ByteArray";

    /** What holds for every channel that brings work; the defaults stand beside. */
    private static final Map<String, String> INTAKE = Map.of(
            "auto.offset.reset", "earliest", // latest: what was sent before the group's first start is never read
            "commit-strategy", "throttled", // the same as the default: in order, only what is acknowledged
            "throttled.unprocessed-record-max-age.ms", "0", // 60 s: stops the channel of a job that takes longer
            "max.poll.records", "1", // 500: fetched by one, they wait there while another is idle
            "failure-strategy", "dead-letter-queue", // fail: one bad record stops the service
            "graceful-shutdown", "false", // true: waits 5 s for records that nobody works on any more
            "key.deserializer", BYTES + "Deserializer", // String: what is not UTF-8 is lost
            "value.deserializer", BYTES + "Deserializer");

    private static final Map<String, String> CANCELLATIONS = Map.of(
            "auto.offset.reset", "latest", // what was cancelled before, the run's row says
            "commit-strategy", "ignore", // a group for one process has no use for offsets
            "failure-strategy", "ignore",
            "value.deserializer", BYTES + "Deserializer");

    private static final Map<String, String> EVENTS = Map.of(
            "acks",
            "all", // 1: lost with the one broker that has seen it
            "enable.idempotence",
            "true", // false in the connector: a retry may write twice and out of order
            "key.serializer",
            BYTES + "Serializer",
            "value.serializer",
            BYTES + "Serializer");

    private KafkaSettings() {}

    /** What is wrong in a stage service's effective configuration, a line for each setting; empty if nothing is. */
    public static List<String> faults(Config config) {
        Stage stage = config.getValue("reels.stage.name", Stage.class);
        String requests = Topics.requested(stage);
        List<String> retries = Topics.retries(requests);
        Map<String, String> intake = new TreeMap<>(Map.of(
                "stage-requests", requests,
                "stage-retries-first", retries.get(0),
                "stage-retries-second", retries.get(1),
                "stage-retries-later", retries.get(2)));
        List<String> faults = new ArrayList<>();
        intake.forEach((channel, topic) -> {
            check(config, "incoming", channel, INTAKE, faults);
            check(
                    config,
                    "incoming",
                    channel,
                    Map.of("topic", topic, "dead-letter-queue.topic", Topics.deadLetters(requests)),
                    faults);
        });
        check(config, "incoming", "run-cancellations", CANCELLATIONS, faults);
        check(config, "incoming", "run-cancellations", Map.of("topic", Topics.RUN_CANCELLED), faults);
        check(config, "outgoing", "stage-events", EVENTS, faults);
        checkGroups(config, intake.keySet(), faults);
        return faults;
    }

    private static void check(
            Config config, String direction, String channel, Map<String, String> wanted, List<String> faults) {
        new TreeMap<>(wanted).forEach((setting, value) -> {
            String key = "mp.messaging." + direction + "." + channel + "." + setting;
            String actual = config.getOptionalValue(key, String.class)
                    .or(() -> connector(config, setting))
                    .orElse("unset");
            if (!actual.equals(value)) {
                faults.add(key + " is " + actual + ", and has to be " + value);
            }
        });
    }

    private static Optional<String> connector(Config config, String setting) {
        return config.getOptionalValue("mp.messaging.connector.smallrye-kafka." + setting, String.class);
    }

    /** Channels that share a group share their rebalances, and services that share one take each other's records. */
    private static void checkGroups(Config config, Set<String> channels, List<String> faults) {
        Set<String> seen = new HashSet<>();
        String again = channels.stream()
                .filter(channel ->
                        !seen.add(config.getValue("mp.messaging.incoming." + channel + ".group.id", String.class)))
                .collect(Collectors.joining(", "));
        if (!again.isEmpty()) {
            faults.add("The group.id of " + again + " is another channel's too");
        }
    }
}
