package pro.reelsai.lipsync.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pro.reelsai.lipsync.LipsyncConfig;
import pro.reelsai.lipsync.LipsyncStage;
import pro.reelsai.local.replicate.Fault;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.ObjectKeys;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageOutput;
import pro.reelsai.model.StageState;
import pro.reelsai.model.Topics;
import pro.reelsai.model.event.ReelsEvent;
import pro.reelsai.model.event.RunFailed;
import pro.reelsai.model.event.RunProgress;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.event.EventCodec;
import pro.reelsai.runtime.event.EventUnreadableException;
import pro.reelsai.runtime.storage.ObjectStorage;
import pro.reelsai.stage.call.CallOutcome;
import pro.reelsai.stage.call.Charge;
import pro.reelsai.stage.call.ProviderCall;
import pro.reelsai.stage.call.ProviderCalls;

/** A run through Kafka, the stage, PostgreSQL, the bucket and a stand-in for Replicate; killed at every step. */
@QuarkusTest
@QuarkusTestResource(LipsyncStack.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ParkingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    ObjectStorage bucket;

    @Inject
    EventCodec codec;

    @Inject
    LipsyncStage stage;

    @Inject
    ProviderCalls calls;

    @Inject
    ReplicateClient client;

    @Inject
    LipsyncConfig config;

    private final Studio studio = new Studio();

    @Test
    void parksWhileReplicateWorksAndHandsTheVideoOn() throws Exception {
        // Given
        StageRequested request = studio.aRun(bucket);

        // When
        studio.send(codec.encode(request));

        // Then
        StageOutput output = ((StageRequested) outcome(request, Topics.EDITING_REQUESTED))
                .context()
                .output(Stage.LIPSYNC)
                .orElseThrow();
        assertThat(output.provider()).isEqualTo("replicate");
        assertThat(studio.records(Topics.RUN_PROGRESS, request.runId()))
                .extracting(record -> codec.decode(record.topic(), record.value()))
                .filteredOn(event -> event instanceof RunProgress told && told.state() == StageState.WAITING)
                .isNotEmpty();
        awaitClosed(request);
        assertThat(studio.calls(request)).singleElement().satisfies(call -> {
            assertThat(call.outcome()).isEqualTo("SUCCEEDED");
            assertThat(call.price()).isEqualByComparingTo(output.costUsd());
        });
    }

    /** What a kill may leave behind: the row of the call, the job at Replicate, and whether Kafka delivers again. */
    enum Killed {
        BEFORE_REPLICATE_WAS_ASKED(CallOutcome.PREPARED, false, true),
        BEFORE_REPLICATE_HAD_HEARD(CallOutcome.STARTED, false, true),
        BEFORE_THE_ANSWER_WAS_NOTED(CallOutcome.STARTED, true, true),
        BEFORE_THE_RECORD_WAS_ACKNOWLEDGED(CallOutcome.SUBMITTED, true, true),
        WHILE_PARKED(CallOutcome.SUBMITTED, true, false),
        WHILE_WOKEN_AND_NOT_YET_PARKED_AGAIN(CallOutcome.STARTED, true, false),
        AFTER_THE_VIDEO_WAS_FETCHED(CallOutcome.SUCCEEDED, true, false);

        private final CallOutcome outcome;
        private final boolean job;
        private final boolean delivered;

        Killed(CallOutcome outcome, boolean job, boolean delivered) {
            this.outcome = outcome;
            this.job = job;
            this.delivered = delivered;
        }
    }

    @ParameterizedTest
    @MethodSource("kills")
    void carriesOnAfterAKillWithoutASecondJob(Killed killed) throws Exception {
        // Given
        StageRequested request = studio.aRun(bucket);
        LipsyncStack.replicate
                .faults()
                .plan(Fault.WEBHOOK_LOST, request.projectId().toString(), 1);
        Fingerprint fingerprint = stage.fingerprint(request);
        ProviderCall call = calls.take(request, fingerprint, "replicate", "m");
        String job = killed.job ? job(request, fingerprint) : null;
        studio.update(
                "UPDATE provider_calls SET outcome = ?, external_id = ?, tries = ?, started_at = now(),"
                        + " next_poll_at = now() + interval '1 second' WHERE id = ?",
                killed.outcome.name(),
                killed.outcome == CallOutcome.STARTED ? null : job,
                killed.outcome == CallOutcome.PREPARED ? 0 : 1,
                call.id());

        // When
        if (killed.delivered) {
            studio.send(codec.encode(request));
        }

        // Then
        outcome(request, Topics.EDITING_REQUESTED);
        awaitClosed(request);
        assertThat(studio.calls(request)).singleElement();
        assertThat(LipsyncStack.replicate
                        .tally()
                        .predictions(request.projectId().toString()))
                .isEqualTo(1);
    }

    static Stream<Killed> kills() {
        return Stream.of(Killed.values());
    }

    @Test
    void tellsTheOutcomeAgainAfterAKillBetweenTheUploadAndTheEvent() throws Exception {
        // Given
        StageRequested request = studio.aRun(bucket);
        studio.send(codec.encode(request));
        outcome(request, Topics.EDITING_REQUESTED);
        awaitClosed(request);

        // When
        studio.update(
                "UPDATE provider_calls SET closed_at = NULL, next_poll_at = now() WHERE project_id = ?",
                request.projectId());

        // Then
        awaitClosed(request);
        List<ConsumerRecord<String, String>> told = studio.records(Topics.EDITING_REQUESTED, request.runId());
        assertThat(told).hasSize(2);
        assertThat(told)
                .extracting(record -> codec.decode(record.topic(), record.value()))
                .extracting(ReelsEvent::id)
                .containsOnly(request.runId() + ":editing:1:requested");
        assertThat(LipsyncStack.replicate
                        .tally()
                        .predictions(request.projectId().toString()))
                .isEqualTo(1);
    }

    @Test
    void tellsAFailureThatWasNotedBeforeAKillAndDoesNotTryAgain() throws Exception {
        // Given
        StageRequested request = studio.aRun(bucket);
        ProviderCall call = calls.take(request, stage.fingerprint(request), "replicate", "m");
        calls.failed(call, CallOutcome.FAILED, null, FailureCode.LIPSYNC_FAILED, "No face.");

        // When
        studio.send(codec.encode(request));

        // Then
        assertThat(((RunFailed) outcome(request, Topics.RUN_FAILED)).message()).isEqualTo("No face.");
        awaitClosed(request);
        assertThat(LipsyncStack.replicate
                        .tally()
                        .predictions(request.projectId().toString()))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANCELLED", "FAILED"})
    void stopsTheJobOfARunThatHasEnded(String state) throws Exception {
        // Given
        StageRequested request = studio.aRun(bucket);
        LipsyncStack.replicate
                .faults()
                .plan(Fault.NEVER_ENDS, request.projectId().toString(), 1);
        studio.send(codec.encode(request));
        awaitOutcome(request, "SUBMITTED");

        // When
        studio.setState(request.runId(), state);

        // Then
        awaitClosed(request);
        Studio.CallRow call = studio.calls(request).getFirst();
        assertThat(call.outcome()).isEqualTo("CANCELLED");
        assertThat(statusAtReplicate(call.externalId())).contains("\"status\":\"canceled\"");
        assertThat(studio.records(Topics.EDITING_REQUESTED, request.runId())).isEmpty();
        assertThat(studio.records(Topics.RUN_FAILED, request.runId())).isEmpty();
    }

    @Test
    void failsARunWhoseTimeIsUpAndStopsItsJob() throws Exception {
        // Given
        StageRequested request = studio.aRun(bucket, Duration.ofSeconds(6));
        LipsyncStack.replicate
                .faults()
                .plan(Fault.NEVER_ENDS, request.projectId().toString(), 1);

        // When
        studio.send(codec.encode(request));

        // Then
        RunFailed failed = (RunFailed) outcome(request, Topics.RUN_FAILED);
        assertThat(failed.code()).isIn(FailureCode.TIMED_OUT, FailureCode.LIPSYNC_CANCELLED);
        awaitClosed(request);
        Studio.CallRow call = studio.calls(request).getFirst();
        assertThat(statusAtReplicate(call.externalId())).contains("\"status\":\"canceled\"");
    }

    @Test
    void takesTheVideoThatAnEndedRunOfTheProjectHasPaidFor() throws Exception {
        // Given
        StageRequested first = studio.aRun(bucket);
        Fingerprint fingerprint = stage.fingerprint(first);
        ProviderCall call = calls.take(first, fingerprint, "replicate", "m");
        calls.submitted(call, job(first, fingerprint));
        calls.succeeded(call, new Charge(BigDecimal.TWO, "second", new BigDecimal("0.1")));
        StageRequested second = studio.anotherRunOf(first);
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        statusAtReplicate(studio.calls(first).getFirst().externalId()))
                .contains("\"status\":\"succeeded\""));

        // When
        studio.send(codec.encode(second));

        // Then
        StageRequested next = (StageRequested) outcome(second, Topics.EDITING_REQUESTED);
        assertThat(next.context().output(Stage.LIPSYNC).orElseThrow().costUsd()).isZero();
        assertThat(studio.calls(first))
                .singleElement()
                .matches(paid -> paid.price().compareTo(new BigDecimal("0.1")) == 0);
        assertThat(LipsyncStack.replicate.tally().predictions(first.projectId().toString()))
                .isEqualTo(1);
    }

    @Test
    void paysAgainForAVideoThatIsGoneFromTheBucketAndFromReplicate() throws Exception {
        // Given
        StageRequested first = studio.aRun(bucket);
        LipsyncStack.replicate
                .faults()
                .plan(Fault.OUTPUT_GONE, first.projectId().toString(), 1);
        studio.send(codec.encode(first));
        outcome(first, Topics.RUN_FAILED);
        awaitClosed(first);
        studio.update("UPDATE provider_calls SET outcome = 'SUCCEEDED' WHERE project_id = ?", first.projectId());
        StageRequested second = studio.anotherRunOf(first);

        // When
        studio.send(codec.encode(second));

        // Then
        outcome(second, Topics.EDITING_REQUESTED);
        assertThat(studio.calls(first)).extracting(Studio.CallRow::outcome).containsExactly("LOST", "SUCCEEDED");
    }

    @Test
    void letsOneOfManyAskReplicate() throws Exception {
        // Given
        StageRequested request = studio.aRun(bucket);
        Fingerprint fingerprint = stage.fingerprint(request);
        List<Callable<Boolean>> pods = IntStream.range(0, 8)
                .mapToObj(pod -> calls.take(request, fingerprint, "replicate", "m"))
                .<Callable<Boolean>>map(seen -> () -> calls.start(seen, BigDecimal.ONE))
                .toList();

        // When
        long started;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> answers = threads.invokeAll(pods);
            started = answers.stream().filter(ParkingTest::isTrue).count();
        }

        // Then
        assertThat(started).isEqualTo(1);
        assertThat(studio.calls(request)).hasSize(1);
        studio.setState(request.runId(), "CANCELLED");
    }

    /** A job that Replicate runs for an output, as a stage asks for it. */
    private String job(StageRequested request, Fingerprint fingerprint) {
        var key = ObjectKeys.work(request.projectId(), Stage.LIPSYNC, fingerprint, "input_speech.mp3");
        var speech = request.context()
                .output(Stage.VOICE)
                .orElseThrow()
                .artifact(Artifact.SPEECH)
                .orElseThrow();
        bucket.copy(speech.key(), key).await().atMost(PATIENCE);
        URI audio = bucket.sign(key, PATIENCE).await().atMost(PATIENCE);
        URI video = bucket.sign(ObjectKeys.actor(new UUID(7, 7), "video.mp4"), PATIENCE)
                .await()
                .atMost(PATIENCE);
        ReplicateModel model = ReplicateModel.chosen(config.replicate());
        Answer answer =
                client.create(model, model.input(video.toString(), audio.toString()), Optional.empty(), PATIENCE);
        return ((Answer.Created) answer).prediction().id();
    }

    private ReelsEvent outcome(StageRequested request, String topic) throws EventUnreadableException {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(studio.records(topic, request.runId()))
                .isNotEmpty());
        return codec.decode(
                topic, studio.records(topic, request.runId()).getFirst().value());
    }

    private void awaitClosed(StageRequested request) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(studio.calls(request))
                .isNotEmpty()
                .allMatch(Studio.CallRow::closed));
    }

    private void awaitOutcome(StageRequested request, String outcome) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(studio.calls(request))
                .extracting(Studio.CallRow::outcome)
                .contains(outcome));
    }

    private static String statusAtReplicate(String id) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(LipsyncStack.replicate.url() + "/v1/predictions/" + id))
                                    .header("Authorization", "Bearer r8_test")
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    private static boolean isTrue(Future<Boolean> answer) {
        return answer.resultNow();
    }
}
