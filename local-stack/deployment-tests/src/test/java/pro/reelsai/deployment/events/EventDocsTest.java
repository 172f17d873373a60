package pro.reelsai.deployment.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pro.reelsai.deployment.repository.Repository;
import pro.reelsai.deployment.repository.Yaml;
import pro.reelsai.model.Topics;
import pro.reelsai.model.event.ReelsEvent;
import pro.reelsai.runtime.event.EncodedEvent;
import pro.reelsai.runtime.event.EventCodec;
import pro.reelsai.runtime.json.ReelsJson;

/** The events' description is what the code says, and what was written before can still be read. */
class EventDocsTest {
    private static final String GOLDEN = "local-stack/deployment-tests/src/test/resources/events";
    private static final ObjectMapper JSON = ReelsJson.mapper();
    private static final EventCodec CODEC = new EventCodec(JSON);

    static Stream<Class<? extends ReelsEvent>> events() {
        return EventSchemas.events().stream();
    }

    static Stream<Path> golden() {
        return Repository.files(GOLDEN, ".json").stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void keepsEverySchemaUpToDate(Class<? extends ReelsEvent> event) throws IOException {
        // Given
        Path file = Repository.path("docs/schemas/" + event.getSimpleName() + ".json");
        String schema = EventSchemas.of(event).toPrettyString() + "\n";

        // When
        update(file, schema);

        // Then
        assertThat(Repository.read(file))
                .as("write it anew: ./mvnw test -pl local-stack/deployment-tests -am -Dreels.update=true")
                .isEqualTo(schema);
    }

    @Test
    void keepsTheDescriptionUpToDate() throws IOException {
        // When
        String yaml = AsyncApi.yaml();
        update(Repository.path("docs/asyncapi.yaml"), yaml);

        // Then
        assertThat(Repository.read("docs/asyncapi.yaml"))
                .as("write it anew: ./mvnw test -pl local-stack/deployment-tests -am -Dreels.update=true")
                .isEqualTo(yaml);
    }

    @Test
    void describesEveryTopicWithASenderAndAReceiver() {
        // Given
        JsonNode document = Yaml.parse(Repository.read("docs/asyncapi.yaml"));
        List<String> operations = document.path("operations")
                .propertyStream()
                .map(operation -> operation.getKey())
                .toList();

        // Then
        assertThat(document.path("channels").propertyStream().map(channel -> channel.getKey()))
                .containsExactlyInAnyOrderElementsOf(Topics.events());
        assertThat(Topics.events()).allSatisfy(topic -> {
            assertThat(operations).anyMatch(operation -> operation.endsWith(".send." + topic));
            assertThat(operations).anyMatch(operation -> operation.endsWith(".receive." + topic));
        });
    }

    @ParameterizedTest
    @MethodSource("golden")
    void readsWhatWasWrittenBeforeAndWritesTheSame(Path file) throws Exception {
        // Given
        JsonNode record = JSON.readTree(Repository.read(file));
        JsonNode before = record.path("value");

        // When
        ReelsEvent event = CODEC.decode(record.path("topic").asText(), before.toString());
        EncodedEvent again = CODEC.encode(event);

        // Then: whatever was there is there still; fields may have been added
        assertThat(again.topic()).isEqualTo(record.path("topic").asText());
        assertThat(event.id()).isEqualTo(record.path("id").asText());
        JsonNode now = JSON.readTree(again.value());
        assertThat(holds(now, before)).as("%s%n%s", before, now).isTrue();
    }

    @ParameterizedTest
    @MethodSource("golden")
    void fitsTheSchema(Path file) throws IOException {
        // Given
        JsonNode record = JSON.readTree(Repository.read(file));
        Class<? extends ReelsEvent> event = EventSchemas.on(record.path("topic").asText());

        // Then
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                        .getSchema(EventSchemas.of(event))
                        .validate(record.path("value")))
                .isEmpty();
    }

    @Test
    void hasAnEventOfEveryKindFromBefore() {
        assertThat(golden().map(file -> Repository.read(file)).map(EventDocsTest::topic))
                .containsAll(events().flatMap(event -> Topics.events().stream()
                                .filter(topic -> EventSchemas.on(topic).equals(event))
                                .limit(1))
                        .filter(topic -> !topic.equals(Topics.SCRIPT_REQUESTED))
                        .toList());
    }

    /** Whether all that was in a value is in another; 0 and 0.0 are the same number. */
    private static boolean holds(JsonNode now, JsonNode before) {
        if (before.isObject()) {
            return before.propertyStream()
                    .allMatch(field -> now.has(field.getKey()) && holds(now.path(field.getKey()), field.getValue()));
        }
        if (before.isArray()) {
            return now.size() == before.size()
                    && IntStream.range(0, now.size()).allMatch(i -> holds(now.path(i), before.path(i)));
        }
        return before.isNumber() && now.isNumber()
                ? before.decimalValue().compareTo(now.decimalValue()) == 0
                : before.equals(now);
    }

    private static String topic(String record) {
        return record.replaceAll("(?s).*?\"topic\": \"([^\"]+)\".*", "$1");
    }

    private static void update(Path file, String text) throws IOException {
        if (Boolean.getBoolean("reels.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
    }
}
