package pro.reelsai.lipsync.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.reelsai.local.replicate.Fault;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Stage;
import pro.reelsai.model.Topics;
import pro.reelsai.model.event.RunFailed;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.event.EventCodec;
import pro.reelsai.runtime.storage.ObjectStorage;

/** Every way in which Replicate lets its callers down, and what becomes of the run: all runs go at once. */
@QuarkusTest
@QuarkusTestResource(LipsyncStack.class)
@Timeout(value = 150, unit = TimeUnit.SECONDS)
class ReplicateFaultsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(100);
    private static final Map<Fault, StageRequested> RUNS = new EnumMap<>(Fault.class);

    @Inject
    ObjectStorage bucket;

    @Inject
    EventCodec codec;

    @Inject
    MeterRegistry metrics;

    private final Studio studio = new Studio();

    @ParameterizedTest(name = "{0}: {1}, paid {2} times")
    @CsvSource({
        "CREATE_HANGS,                , 1",
        "CREATE_HANGS_AFTER_CREATING, , 1",
        "CREATE_FAILS,                , 1",
        "CREATE_FAILS_AFTER_CREATING, , 1",
        "THROTTLED,                   , 1",
        "WRONG_TOKEN, LIPSYNC_COULD_NOT_START, 0",
        "FORBIDDEN, LIPSYNC_COULD_NOT_START, 0",
        "UNKNOWN_VERSION, LIPSYNC_COULD_NOT_START, 0",
        "NO_CREDIT, LIPSYNC_COULD_NOT_START, 0",
        "READ_FAILS,                  , 1",
        "MODEL_FAILS, LIPSYNC_FAILED, 1",
        "CANCELED, LIPSYNC_CANCELLED, 1",
        "ABORTED, LIPSYNC_COULD_NOT_START, 1",
        "NULL_OUTPUT, LIPSYNC_FAILED, 1",
        "ARRAY_OUTPUT,                , 1",
        "OBJECT_OUTPUT,               , 1",
        "OUTPUT_GONE, LIPSYNC_FAILED, 1",
        "OUTPUT_BROKEN, LIPSYNC_FAILED, 1",
        "OUTPUT_SHORT, LIPSYNC_FAILED, 1",
        "OUTPUT_STUMBLES,             , 1",
        "WEBHOOK_LOST,                , 1",
        "WEBHOOK_TWICE,               , 1",
        "WEBHOOK_LATE,                , 1"
    })
    void endsWellOrSaysWhyAndNeverPaysTwice(Fault fault, @Nullable FailureCode failure, int predictions)
            throws Exception {
        // Given
        startAll();
        StageRequested request = RUNS.get(fault);
        String marker = request.projectId().toString();

        // When
        String topic = failure == null ? Topics.EDITING_REQUESTED : Topics.RUN_FAILED;
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(studio.records(topic, request.runId()))
                .isNotEmpty());

        // Then
        List<ConsumerRecord<String, String>> outcomes = studio.records(topic, request.runId());
        if (failure == null) {
            StageRequested next =
                    (StageRequested) codec.decode(topic, outcomes.getFirst().value());
            assertThat(next.context().output(Stage.LIPSYNC)).hasValueSatisfying(output -> {
                assertThat(output.durationSeconds()).isBetween(1.8, 2.4);
                assertThat(output.costUsd()).isBetween(new BigDecimal("0.09"), new BigDecimal("0.12"));
                assertThat(output.model()).startsWith("sync/lipsync-2");
            });
        } else {
            RunFailed failed =
                    (RunFailed) codec.decode(topic, outcomes.getFirst().value());
            assertThat(failed.code()).isEqualTo(failure);
            assertThat(failed.message()).isNotBlank().doesNotContain("http");
        }
        assertThat(LipsyncStack.replicate.tally().predictions(marker)).isEqualTo(predictions);
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(studio.calls(request))
                .singleElement()
                .matches(Studio.CallRow::closed));
    }

    @Test
    void namesTheTokenThatIsNotAcceptedAndWhereToSetIt() throws Exception {
        // Given
        startAll();
        StageRequested request = RUNS.get(Fault.WRONG_TOKEN);

        // When
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        studio.records(Topics.RUN_FAILED, request.runId()))
                .isNotEmpty());

        // Then
        String event =
                studio.records(Topics.RUN_FAILED, request.runId()).getFirst().value();
        assertThat(((RunFailed) codec.decode(Topics.RUN_FAILED, event)).message())
                .contains("REPLICATE_API_TOKEN", ".env");
    }

    @Test
    void measuresEveryRequestByWhatCameOfIt() throws Exception {
        // Given
        startAll();

        // When
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(metrics.find("reels.provider.request")
                        .tag("provider", "replicate")
                        .timers())
                // Then
                .extracting(timer -> timer.getId().getTag("outcome"))
                .contains("answered", "busy", "broken", "silent", "key", "money", "request"));
    }

    private void startAll() throws Exception {
        synchronized (RUNS) {
            if (!RUNS.isEmpty()) {
                return;
            }
            for (Fault fault : Fault.values()) {
                if (fault != Fault.NEVER_ENDS) {
                    StageRequested request = studio.aRun(bucket);
                    LipsyncStack.replicate
                            .faults()
                            .plan(fault, request.projectId().toString(), 1);
                    RUNS.put(fault, request);
                }
            }
            RUNS.values().forEach(request -> studio.send(codec.encode(request)));
        }
    }
}
