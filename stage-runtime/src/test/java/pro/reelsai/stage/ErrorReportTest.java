package pro.reelsai.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.event.EventCodec;

/** What Sentry is told of a stage's errors. */
@QuarkusTest
@QuarkusTestResource(StageTestResource.class)
class ErrorReportTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    ScriptedStage stage;

    @Inject
    EventCodec codec;

    private final Pipeline pipeline = new Pipeline();

    @Test
    void namesTheRunAndTheStageOfAnErrorAndNothingPersonal() throws Exception {
        // Given
        String script = "Ann Private wrote this script.";
        StageRequested request = pipeline.aRun(script);
        stage.forRun(request.runId(), (job, number) -> {
            throw new PermanentStageException(
                    FailureCode.VOICE_UNAVAILABLE,
                    "The provider quotes: " + script,
                    new IllegalStateException("ann.private@example.com, Authorization: Bearer sk-very-secret"));
        });

        // When
        pipeline.send(codec.encode(request));

        // Then
        JsonNode event = event(request);
        assertThat(event.path("tags").path("stage").asText()).isEqualTo("voice");
        assertThat(event.path("tags").path("service").asText()).isEqualTo("voice-service");
        assertThat(event.path("environment").asText()).isEqualTo("local");
        assertThat(event.path("release").asText()).startsWith("voice-service@");
        assertThat(event.path("level").asText()).isEqualTo("error");
        assertThat(event.path("exception").path("values").findValuesAsText("type"))
                .contains("PermanentStageException", "IllegalStateException");
        assertThat(event.path("exception").toString()).contains("ScriptedStage");
        assertThat(event.toString())
                .contains("REELS-0102")
                .doesNotContain(
                        "Private",
                        "private@",
                        "sk-very",
                        "quotes",
                        request.userId().toString());
    }

    private JsonNode event(StageRequested request) {
        Awaitility.await().atMost(PATIENCE).until(() -> !eventsOf(request).isEmpty());
        return eventsOf(request).getFirst();
    }

    private static List<JsonNode> eventsOf(StageRequested request) {
        return StageTestResource.sentry.events().stream()
                .filter(event -> event.path("tags")
                        .path("run")
                        .asText()
                        .equals(request.runId().toString()))
                .toList();
    }
}
