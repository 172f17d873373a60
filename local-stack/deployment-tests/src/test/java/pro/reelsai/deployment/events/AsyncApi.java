package pro.reelsai.deployment.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import pro.reelsai.deployment.repository.RecordDocs;
import pro.reelsai.deployment.repository.Service;
import pro.reelsai.deployment.repository.Writes;
import pro.reelsai.model.Topics;
import pro.reelsai.model.event.ReelsEvent;

/** {@code docs/asyncapi.yaml}: who says what to whom, from the topics, the records and the services' configuration. */
final class AsyncApi {
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build());

    private static final String HEAD = """
            # Generated from the topics, the event records and the services' configuration; a test fails when it is out of date, and
            # ./mvnw test -pl local-stack/deployment-tests -am -Dreels.update=true writes it anew.
            """;

    private static final String ABOUT = """
            Records are JSON in CloudEvents' binary mode; the key is the run's id, so the events of one run stay in order within a topic. \
            The id of an event is <run>:<stage>:<attempt>:<outcome>: whatever is sent twice has the same id twice. Fields are only ever \
            added; a new meaning is a new topic. Beside each request topic lie its retries (_10000, _60000, _300000: milliseconds to \
            wait), and beside every topic its dead letters (.dlq), with the same bytes.""";

    private AsyncApi() {}

    /** The whole document. */
    static String yaml() {
        ObjectNode document = YAML.createObjectNode().put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "ReelsAI events")
                .put("version", "1")
                .put("description", ABOUT)
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        document.put("defaultContentType", "application/json");
        channels(document.putObject("channels"));
        operations(document.putObject("operations"));
        messages(document.putObject("components").putObject("messages"));
        try {
            return HEAD + YAML.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void channels(ObjectNode channels) {
        Topics.events().forEach(topic -> {
            String message = EventSchemas.on(topic).getSimpleName();
            ObjectNode channel = channels.putObject(topic).put("address", topic);
            channel.putObject("messages").putObject(message).put("$ref", "#/components/messages/" + message);
            channel.putObject("bindings")
                    .putObject("kafka")
                    .put("partitions", Topics.PARTITIONS)
                    .put("bindingVersion", "0.5.0");
        });
    }

    private static void operations(ObjectNode operations) {
        for (Service service : Service.values()) {
            Set<String> events = new TreeSet<>(Topics.events());
            Set<String> reads = service.subscriptions().stream()
                    .flatMap(subscription -> subscription.topics().stream())
                    .filter(events::contains)
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> writes = new TreeSet<>(Writes.of(service));
            writes.retainAll(events);
            operation(operations, service, "receive", reads);
            operation(operations, service, "send", writes);
        }
    }

    private static void operation(ObjectNode operations, Service service, String action, Set<String> topics) {
        topics.forEach(topic -> operations
                .putObject(service.id() + "." + action + "." + topic)
                .put("action", action)
                .putObject("channel")
                .put("$ref", "#/channels/" + topic));
    }

    private static void messages(ObjectNode messages) {
        List<Class<? extends ReelsEvent>> events = EventSchemas.events();
        events.forEach(event -> {
            ObjectNode message = messages.putObject(event.getSimpleName())
                    .put("name", event.getSimpleName())
                    .put("summary", RecordDocs.of(event))
                    .put("contentType", "application/json");
            message.set("headers", headers());
            message.putObject("payload").put("$ref", "schemas/" + event.getSimpleName() + ".json");
        });
    }

    private static JsonNode headers() {
        ObjectNode headers = YAML.createObjectNode().put("type", "object");
        List<String> names =
                List.of("ce_specversion", "ce_id", "ce_type", "ce_source", "ce_subject", "ce_time", "content-type");
        names.forEach(
                name -> headers.withObjectProperty("properties").putObject(name).put("type", "string"));
        names.forEach(headers.putArray("required")::add);
        headers.withObjectProperty("properties")
                .putObject("traceparent")
                .put("type", "string")
                .put("description", "W3C Trace Context; the trace is the run's id.");
        return headers;
    }
}
