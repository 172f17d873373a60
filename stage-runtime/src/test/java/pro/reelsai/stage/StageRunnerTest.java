package pro.reelsai.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.ObjectKeys;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.StageOutput;
import pro.reelsai.model.StoredObject;
import pro.reelsai.model.Topics;
import pro.reelsai.model.event.ReelsEvent;
import pro.reelsai.model.event.RunCompleted;
import pro.reelsai.model.event.RunFailed;
import pro.reelsai.model.event.RunProgress;
import pro.reelsai.model.event.Shadow;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.event.EventCodec;
import pro.reelsai.runtime.event.EventUnreadableException;
import pro.reelsai.runtime.json.ReelsJson;
import pro.reelsai.runtime.storage.ObjectStorage;

@QuarkusTest
@QuarkusTestResource(StageTestResource.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class StageRunnerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    ScriptedStage stage;

    @Inject
    EventCodec codec;

    @Inject
    ObjectStorage storage;

    @TestHTTPResource("/q/metrics")
    URI metrics;

    private final Pipeline pipeline = new Pipeline();

    @Test
    void measuresHowLongARequestWaitedAndWasWorkedOn() throws Exception {
        // Given
        StageRequested request = pipeline.aRun("Measure me.");

        // When
        pipeline.send(codec.encode(request));
        outcome(request, Topics.LIPSYNC_REQUESTED);

        // Then
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(metrics())
                .contains("reels_stage_wait_seconds_bucket{stage=\"voice\"")
                .contains("reels_stage_duration_seconds_bucket{outcome=\"done\",stage=\"voice\""));
    }

    private String metrics() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    @Test
    void handsItsOutputToTheNextStageAndTheFileIsInTheBucket() throws Exception {
        // Given
        StageRequested request = pipeline.aRun("Hello there.");

        // When
        pipeline.send(codec.encode(request));

        // Then
        StageRequested next = (StageRequested) outcome(request, Topics.LIPSYNC_REQUESTED);
        assertThat(next.stage()).isEqualTo(Stage.LIPSYNC);
        assertThat(next.attempt()).isEqualTo(request.attempt());
        StageOutput output = next.context().output(Stage.VOICE).orElseThrow();
        assertThat(output.reused()).isFalse();
        StoredObject speech = output.artifact(Artifact.SPEECH).orElseThrow();
        Path copy = Files.createTempDirectory("copy").resolve("speech.mp3");
        assertThat(storage.download(speech.key(), copy).await().atMost(PATIENCE))
                .hasContent("Hello there.");
        assertThat(speech.bytes()).isEqualTo(12);
        ObjectKey beside = request.workKey(output.fingerprint(), ObjectKeys.MANIFEST);
        Path manifest = storage.download(beside, copy.resolveSibling("manifest.json"))
                .await()
                .atMost(PATIENCE);
        JsonNode told = ReelsJson.mapper().readTree(manifest.toFile());
        assertThat(told.at("/output/artifacts/SPEECH/sha256").asText()).isEqualTo(speech.sha256());
        assertThat(ReelsJson.mapper().treeToValue(told.path("inputs"), StageContext.class))
                .isEqualTo(request.context());
        assertThat(told.path("tools").fieldNames()).toIterable().containsExactly("ffmpeg", "java", "reelsai");
        assertThat(told.at("/tools/ffmpeg").asText()).matches("[0-9nN].*");
    }

    @Test
    void emitsTheSameEventForARequestThatIsDeliveredTwiceButWorksOnce() throws Exception {
        // Given
        StageRequested request = pipeline.aRun("Twice.");

        // When
        pipeline.send(codec.encode(request));
        pipeline.send(codec.encode(request));

        // Then
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        pipeline.records(Topics.LIPSYNC_REQUESTED, request.runId()))
                .hasSize(2)
                .extracting(Pipeline::eventId)
                .containsOnly(request.runId() + ":lipsync:1:requested"));
        assertThat(stage.timesRun(request.runId())).isEqualTo(1);
        List<ConsumerRecord<String, String>> records = pipeline.records(Topics.LIPSYNC_REQUESTED, request.runId());
        assertThat(voiceOf(records.get(1))).isEqualTo(voiceOf(records.get(0)));
    }

    @Test
    void tellsHowFarAJobIsOnceItHasLastedForAMoment() throws Exception {
        // Given
        StageRequested brief = pipeline.aRun("Brief.");
        stage.forRun(brief.runId(), (job, tryNumber) -> job.progress(50, "Speaking"));
        StageRequested longer = pipeline.onTheSamePartitionAs(brief, "Longer.");
        stage.forRun(longer.runId(), (job, tryNumber) -> {
            job.progress(5, "Thinking");
            job.progress(10, "Speaking");
            Awaitility.await().atMost(PATIENCE).until(() -> !progressOf(longer).isEmpty());
        });

        // When
        pipeline.send(codec.encode(brief));
        pipeline.send(codec.encode(longer));

        // Then
        outcome(longer, Topics.LIPSYNC_REQUESTED);
        assertThat(progressOf(longer)).extracting(RunProgress::percent).containsExactly(10);
        assertThat(progressOf(longer)).extracting(RunProgress::detail).containsExactly("Speaking");
        assertThat(progressOf(brief)).isEmpty();
    }

    private List<RunProgress> progressOf(StageRequested request) throws EventUnreadableException {
        List<RunProgress> told = new ArrayList<>();
        for (ConsumerRecord<String, String> record : pipeline.records(Topics.RUN_PROGRESS, request.runId())) {
            told.add((RunProgress) codec.decode(record.topic(), record.value()));
        }
        return told;
    }

    @Test
    void reusesWhatAnEarlierRunOfTheProjectMadeFromTheSameInputs() throws Exception {
        // Given
        StageRequested first = pipeline.aRun("Reuse me.");
        pipeline.send(codec.encode(first));
        outcome(first, Topics.LIPSYNC_REQUESTED);
        StageRequested second = pipeline.anotherRunOf(first);

        // When
        pipeline.send(codec.encode(second));

        // Then
        StageRequested next = (StageRequested) outcome(second, Topics.LIPSYNC_REQUESTED);
        assertThat(next.context().output(Stage.VOICE).orElseThrow().reused()).isTrue();
        assertThat(stage.timesRun(second.runId())).isZero();
    }

    @Test
    void worksInTheShadowApartFromAllThatCountsAndHandsNothingOn() throws Exception {
        // Given
        StageRequested first = pipeline.aRun("Again, unseen.");
        pipeline.send(codec.encode(first));
        StageOutput counts = ((StageRequested) outcome(first, Topics.LIPSYNC_REQUESTED))
                .context()
                .output(Stage.VOICE)
                .orElseThrow();
        StageRequested shadow = pipeline.anotherRunOf(first).inShadow(new Shadow(first.runId(), false));

        // When
        pipeline.send(codec.encode(shadow));

        // Then
        RunCompleted completed = (RunCompleted) outcome(shadow, Topics.RUN_COMPLETED);
        StageOutput output = completed.context().output(Stage.VOICE).orElseThrow();
        StoredObject speech = output.artifact(Artifact.SPEECH).orElseThrow();
        assertThat(completed.stage()).isEqualTo(Stage.VOICE);
        assertThat(output.reused()).isFalse();
        assertThat(output.fingerprint()).isNotEqualTo(counts.fingerprint());
        assertThat(speech.key().value()).startsWith("replays/" + shadow.runId() + "/voice/");
        assertThat(speech.sha256())
                .isEqualTo(counts.artifact(Artifact.SPEECH).orElseThrow().sha256());
        assertThat(storage.info(speech.key()).await().atMost(PATIENCE)).isPresent();
        assertThat(stage.timesRun(shadow.runId())).isEqualTo(1);
        assertThat(pipeline.records(Topics.LIPSYNC_REQUESTED, shadow.runId())).isEmpty();
    }

    @Test
    void makesAnewWhatHasLostAFileSince() throws Exception {
        // Given
        StageRequested first = pipeline.aRun("Swept away.");
        pipeline.send(codec.encode(first));
        StageRequested after = (StageRequested) outcome(first, Topics.LIPSYNC_REQUESTED);
        StoredObject speech =
                after.context().artifact(Stage.VOICE, Artifact.SPEECH).orElseThrow();
        storage.delete(List.of(speech.key())).await().atMost(PATIENCE);
        StageRequested second = pipeline.anotherRunOf(first);

        // When
        pipeline.send(codec.encode(second));

        // Then
        StageRequested next = (StageRequested) outcome(second, Topics.LIPSYNC_REQUESTED);
        assertThat(next.context().output(Stage.VOICE).orElseThrow().reused()).isFalse();
        assertThat(stage.timesRun(second.runId())).isEqualTo(1);
        assertThat(storage.info(speech.key()).await().atMost(PATIENCE)).isPresent();
    }

    @Test
    void triesAgainWhatMayPass() throws Exception {
        // Given
        StageRequested request = pipeline.aRun("Second try.");
        stage.forRun(request.runId(), (job, tryNumber) -> {
            if (tryNumber == 1) {
                throw new TransientStageException(FailureCode.VOICE_UNAVAILABLE, "Busy", null);
            }
        });

        // When
        pipeline.send(codec.encode(request));

        // Then
        assertThat(outcome(request, Topics.LIPSYNC_REQUESTED)).isInstanceOf(StageRequested.class);
        assertThat(stage.timesRun(request.runId())).isEqualTo(2);
    }

    @Test
    void failsTheRunAtOnceWithACodeAndAMessageWhenTheInputsAreToBlame() throws Exception {
        // Given
        StageRequested request = pipeline.aRun("Unspeakable.");
        stage.forRun(request.runId(), (job, tryNumber) -> {
            throw new PermanentStageException(FailureCode.SCRIPT_UNSPEAKABLE, "There is nothing to say.");
        });

        // When
        pipeline.send(codec.encode(request));

        // Then
        RunFailed failed = (RunFailed) outcome(request, Topics.RUN_FAILED);
        assertThat(failed.code()).isEqualTo(FailureCode.SCRIPT_UNSPEAKABLE);
        assertThat(failed.message()).isEqualTo("There is nothing to say.");
        assertThat(stage.timesRun(request.runId())).isEqualTo(1);
    }

    @Test
    void putsTheRequestAmongTheDeadLettersWhenNoTrySucceedsAndTellsNoInternals() throws Exception {
        // Given
        StageRequested request = pipeline.aRun("Broken.");
        stage.forRun(request.runId(), (job, tryNumber) -> {
            throw new IllegalStateException("secret path /etc/x");
        });

        // When
        pipeline.send(codec.encode(request));

        // Then
        ConsumerRecord<String, String> dead = deadLetter(request);
        assertThat(Pipeline.header(dead, "dead-letter-code")).isEqualTo("INTERNAL");
        assertThat(Pipeline.header(dead, "dead-letter-reason")).doesNotContain("secret");
        assertThat(stage.timesRun(request.runId())).isEqualTo(3);
    }

    @Test
    void removesTheWorkDirectoryWhateverHappens() throws Exception {
        // Given
        StageRequested request = pipeline.aRun("Tidy.");
        stage.forRun(request.runId(), (job, tryNumber) -> {
            Files.createDirectories(job.directory().resolve("deep/er"));
            throw new PermanentStageException(FailureCode.INTERNAL, "No.");
        });

        // When
        pipeline.send(codec.encode(request));
        outcome(request, Topics.RUN_FAILED);

        // Then
        try (Stream<Path> left = Files.walk(Path.of("target/workspace"))) {
            assertThat(left.map(path -> path.getFileName().toString())).doesNotContain("deep");
        }
    }

    @Test
    void doesNothingForARunThatHasEnded() throws Exception {
        // Given
        StageRequested cancelled = pipeline.aRun("Not wanted.");
        pipeline.setState(cancelled.runId(), "CANCELLED");
        StageRequested wanted = pipeline.onTheSamePartitionAs(cancelled, "Wanted.");

        // When
        pipeline.send(codec.encode(cancelled));
        pipeline.send(codec.encode(wanted));

        // Then
        outcome(wanted, Topics.LIPSYNC_REQUESTED);
        assertThat(stage.timesRun(cancelled.runId())).isZero();
        assertThat(pipeline.records(Topics.LIPSYNC_REQUESTED, cancelled.runId()))
                .isEmpty();
        assertThat(pipeline.records(Topics.RUN_FAILED, cancelled.runId())).isEmpty();
    }

    @Test
    void waitsBesideTheQueueForAJobThatMakesTheSameOutputAndTakesOverOnceItsLeaseRunsOut() throws Exception {
        // Given
        StageRequested request = pipeline.aRun("Leased.");
        StageRequested behind = pipeline.onTheSamePartitionAs(request, "Behind the leased.");
        pipeline.leaseToADeadPod(request, stage.fingerprint(request), Duration.ofHours(1));

        // When
        pipeline.send(codec.encode(request));
        pipeline.send(codec.encode(behind));
        outcome(behind, Topics.LIPSYNC_REQUESTED);
        pipeline.letTheLeaseRunOut(request);

        // Then
        outcome(request, Topics.LIPSYNC_REQUESTED);
        assertThat(pipeline.leaseEpoch(request)).isEqualTo(2);
        assertThat(pipeline.records(Topics.retries(Topics.VOICE_REQUESTED).getFirst(), request.runId()))
                .isNotEmpty()
                .allSatisfy(waiting ->
                        assertThat(Pipeline.header(waiting, "retry-count")).isEqualTo("0"));
    }

    @Test
    void saysNothingOnceAnotherJobHasTakenTheWorkOver() throws Exception {
        // Given
        StageRequested lost = pipeline.aRun("Taken over.");
        stage.forRun(lost.runId(), (job, tryNumber) -> pipeline.takeOver(lost));
        StageRequested behind = pipeline.onTheSamePartitionAs(lost, "Behind.");

        // When
        pipeline.send(codec.encode(lost));
        pipeline.send(codec.encode(behind));

        // Then
        outcome(behind, Topics.LIPSYNC_REQUESTED);
        assertThat(stage.timesRun(lost.runId())).isEqualTo(1);
        assertThat(pipeline.records(Topics.LIPSYNC_REQUESTED, lost.runId())).isEmpty();
        assertThat(pipeline.records(Topics.RUN_FAILED, lost.runId())).isEmpty();
        assertThat(pipeline.leaseEpoch(lost)).isEqualTo(2);
    }

    private ConsumerRecord<String, String> deadLetter(StageRequested request) {
        String topic = Topics.deadLetters(Topics.VOICE_REQUESTED);
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(pipeline.records(topic, request.runId()))
                .hasSize(1));
        return pipeline.records(topic, request.runId()).getFirst();
    }

    private ReelsEvent outcome(StageRequested request, String topic) throws Exception {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(pipeline.records(topic, request.runId()))
                .isNotEmpty());
        return codec.decode(
                topic, pipeline.records(topic, request.runId()).getFirst().value());
    }

    private StageOutput voiceOf(ConsumerRecord<String, String> record) throws Exception {
        StageRequested next = (StageRequested) codec.decode(record.topic(), record.value());
        return next.context().output(Stage.VOICE).orElseThrow();
    }
}
