package pro.reelsai.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pro.reelsai.model.Topics;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.event.EncodedEvent;
import pro.reelsai.runtime.event.EventCodec;

/** Records that nobody can read. */
@QuarkusTest
@QuarkusTestResource(StageTestResource.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PoisonTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DEAD_LETTERS = Topics.deadLetters(Topics.VOICE_REQUESTED);

    @Inject
    EventCodec codec;

    private final Pipeline pipeline = new Pipeline();

    static Stream<Arguments> poison() {
        return Stream.of(
                Arguments.of("not UTF-8", HexFormat.of().parseHex("ff00fe80"), Map.of()),
                Arguments.of("not its event", bytes("{\"not\": \"an event\""), Map.of()),
                Arguments.of("no value", null, Map.of()),
                Arguments.of("another type or version", bytes("{}"), Map.of("ce_type", "pro.reels.voice.requested.v2")),
                Arguments.of("at most 65536", bytes("x".repeat(Topics.MAX_EVENT_BYTES + 1)), Map.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("poison")
    void isPutAsideAsItCameWithTheReasonAndHoldsNothingUp(String reason, byte[] value, Map<String, String> headers)
            throws Exception {
        // Given
        StageRequested behind = pipeline.aRun("Behind the poison.");
        EncodedEvent wanted = codec.encode(behind);

        // When
        pipeline.sendBytes(Topics.VOICE_REQUESTED, wanted.key(), value, headers);
        pipeline.send(wanted);

        // Then
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        pipeline.records(Topics.LIPSYNC_REQUESTED, behind.runId()))
                .hasSize(1));
        List<ConsumerRecord<String, byte[]>> dead = pipeline.rawRecords(DEAD_LETTERS, behind.runId());
        assertThat(dead).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isEqualTo(value);
            assertThat(Pipeline.header(letter, "dead-letter-code")).isEqualTo("EVENT_UNREADABLE");
            assertThat(Pipeline.header(letter, "dead-letter-reason")).contains(reason);
            assertThat(Pipeline.header(letter, "dead-letter-topic")).isEqualTo(Topics.VOICE_REQUESTED);
            assertThat(Pipeline.header(letter, "dead-letter-offset")).matches("\\d+");
            headers.forEach(
                    (name, header) -> assertThat(Pipeline.header(letter, name)).isEqualTo(header));
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
