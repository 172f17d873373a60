package pro.reelsai.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pro.reelsai.local.sentry.SentryFault;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Topics;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.errors.SentryCheck;
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

    /** Whatever Sentry answers, a report may be lost, and nothing else: the run ends as it would, the next is reported. */
    @ParameterizedTest
    @EnumSource(SentryFault.class)
    void losesAReportAndNothingElseWhateverSentryAnswers(SentryFault fault) throws Exception {
        // Given
        StageRequested lost = aFailingRun();
        StageTestResource.sentry.fail(fault, lost.runId().toString());

        // When
        pipeline.send(codec.encode(lost));

        // Then
        Awaitility.await().atMost(PATIENCE).until(() -> !pipeline.records(Topics.RUN_FAILED, lost.runId())
                .isEmpty());
        List<StageRequested> next = new ArrayList<>();
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).until(() -> {
            next.add(aFailingRun());
            pipeline.send(codec.encode(next.getLast()));
            return next.stream().anyMatch(run -> !eventsOf(run).isEmpty());
        });
        assertThat(eventsOf(lost)).isEmpty();
    }

    @Test
    void namesADsnThatSentryDoesNotAcceptAndWhereToSetIt() throws Exception {
        // Given
        String dsn = StageTestResource.sentry.dsn();

        // When
        Optional<String> right = new SentryCheck(dsn).complaint();
        Optional<String> wrong = new SentryCheck(dsn.replace("0123", "ffff")).complaint();

        // Then
        assertThat(right).isEmpty();
        assertThat(wrong).hasValueSatisfying(line -> assertThat(line).contains("SENTRY_DSN", "403", ".env"));
        assertThat(new SentryCheck("").complaint()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sentry.io", "https://o1.ingest.sentry.io/1", "https://key@sentry.io", "ftp://key@sentry.io/1"})
    void refusesToStartWithWhatIsNoDsn(String dsn) {
        // When
        assertThatThrownBy(() -> new SentryCheck(dsn).complaint())
                // Then
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("SENTRY_DSN")
                .hasMessageContaining(".env");
    }

    private StageRequested aFailingRun() throws Exception {
        StageRequested request = pipeline.aRun("It fails.");
        stage.forRun(request.runId(), (job, number) -> {
            throw new PermanentStageException(FailureCode.VOICE_UNAVAILABLE, "No.");
        });
        return request;
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
