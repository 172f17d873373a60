package pro.reelsai.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pro.reelsai.local.storage.StorageFault;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.Stage;
import pro.reelsai.model.Topics;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.event.EventCodec;
import pro.reelsai.runtime.work.WorkDirectory;
import pro.reelsai.stage.call.Charge;
import pro.reelsai.stage.call.PaidAnswer;
import pro.reelsai.stage.call.PaidCall;
import pro.reelsai.stage.call.PaidCalls;
import pro.reelsai.stage.provider.ProviderFailure;

/** What becomes of a run when something that its stage needs is away. */
@QuarkusTest
@QuarkusTestResource(StageTestResource.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class OutageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ProviderFailure FAILURE =
            new ProviderFailure("Vendor", "VENDOR_KEY", FailureCode.VOICE_UNAVAILABLE, FailureCode.SCRIPT_REFUSED);
    private static final List<String> RETRIES = Topics.retries(Topics.VOICE_REQUESTED);

    @Inject
    ScriptedStage stage;

    @Inject
    EventCodec codec;

    @Inject
    PaidCalls calls;

    private final Pipeline pipeline = new Pipeline();

    @AfterEach
    void mend() {
        StageTestResource.databaseCable.plug();
        StageTestResource.infrastructure.storage().faults().clear();
    }

    @Test
    void survivesADatabaseThatIsAway() throws Exception {
        // Given
        StageRequested request = pipeline.aRun("No database.");
        StageTestResource.databaseCable.pull();

        // When
        pipeline.send(codec.encode(request));
        awaitRecord(RETRIES.getFirst(), request);
        StageTestResource.databaseCable.plug();

        // Then
        awaitRecord(Topics.LIPSYNC_REQUESTED, request);
        assertThat(stage.timesRun(request.runId())).isEqualTo(1);
    }

    @Test
    void survivesABucketThatAnswersErrorsAndCutsUploadsHalfWay() throws Exception {
        // Given
        StageRequested request = pipeline.aRun("A weak bucket, whose upload is cut.");
        int triesOfOneUpload = 4;
        StageTestResource.infrastructure.storage().faults().plan(StorageFault.refuseUploads(500, triesOfOneUpload));
        StageTestResource.infrastructure.storage().faults().plan(StorageFault.cutUploads(triesOfOneUpload));

        // When
        pipeline.send(codec.encode(request));

        // Then
        awaitRecord(Topics.LIPSYNC_REQUESTED, request);
        assertThat(stage.timesRun(request.runId())).isEqualTo(3);
        assertThat(StageTestResource.infrastructure.storage().faults().left()).isZero();
    }

    @Test
    void survivesABucketThatDoesNotAnswerInTime() throws Exception {
        // Given
        StageRequested request = pipeline.aRun("A slow bucket.");
        Duration longerThanAnyoneWaits = Duration.ofSeconds(6);
        StageTestResource.infrastructure
                .storage()
                .faults()
                .plan(new StorageFault("POST", "/object/", StorageFault.Kind.STALL, 0, longerThanAnyoneWaits, 1));

        // When
        pipeline.send(codec.encode(request));

        // Then
        awaitRecord(Topics.LIPSYNC_REQUESTED, request);
        assertThat(stage.timesRun(request.runId())).isEqualTo(1);
        assertThat(StageTestResource.infrastructure.storage().faults().left()).isZero();
    }

    @Test
    void waitsForABrokerThatGoesWhileTheStageWorks() throws Exception {
        // Given
        StageRequested request = pipeline.aRun("No broker.");
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        stage.forRun(request.runId(), (job, tryNumber) -> {
            working.countDown();
            gone.await();
        });

        // When
        pipeline.send(codec.encode(request));
        working.await();
        StageTestResource.infrastructure.stopBroker();
        gone.countDown();
        StageTestResource.infrastructure.startBroker();

        // Then
        awaitRecord(Topics.LIPSYNC_REQUESTED, request);
        assertThat(stage.timesRun(request.runId())).isEqualTo(1);
    }

    @Test
    void saysThatTheDiskIsFullOnceNoRetryHelps() throws Exception {
        // Given
        StageRequested request = pipeline.aRun("No room.");
        stage.forRun(request.runId(), (job, tryNumber) -> {
            throw new IOException("/tmp/reels/x: No space left on device");
        });

        // When
        pipeline.send(codec.encode(request));

        // Then
        ConsumerRecord<String, String> dead = awaitRecord(Topics.deadLetters(Topics.VOICE_REQUESTED), request);
        assertThat(Pipeline.header(dead, "dead-letter-code")).isEqualTo(FailureCode.DISK_FULL.name());
        assertThat(Pipeline.header(dead, "dead-letter-reason"))
                .contains("disk space")
                .doesNotContain("/tmp");
        assertThat(stage.timesRun(request.runId())).isEqualTo(5);
    }

    @Test
    void namesTheKeyThatTheBucketDoesNotAccept() throws Exception {
        // Given
        StageRequested request = pipeline.aRun("A wrong key.");
        StageTestResource.infrastructure.storage().faults().plan(StorageFault.refuseUploads(403, 100));

        // When
        pipeline.send(codec.encode(request));

        // Then
        ConsumerRecord<String, String> dead = awaitRecord(Topics.deadLetters(Topics.VOICE_REQUESTED), request);
        assertThat(Pipeline.header(dead, "dead-letter-code")).isEqualTo(FailureCode.UPLOAD_FAILED.name());
        assertThat(Pipeline.header(dead, "dead-letter-reason")).contains("SUPABASE_SERVICE_KEY", ".env");
    }

    @Test
    void letsNewRequestsPassThoseThatWaitForTheirNextTry() throws Exception {
        // Given
        StageRequested failing = pipeline.aRun("Always failing.");
        StageRequested fresh = pipeline.onTheSamePartitionAs(failing, "Fresh.");
        CountDownLatch passed = new CountDownLatch(1);
        stage.forRun(failing.runId(), (job, tryNumber) -> {
            if (passed.getCount() > 0) {
                throw new TransientStageException(FailureCode.VOICE_UNAVAILABLE, "Busy.", null);
            }
        });

        // When
        pipeline.send(codec.encode(failing));
        pipeline.send(codec.encode(fresh));

        // Then
        awaitRecord(Topics.LIPSYNC_REQUESTED, fresh);
        passed.countDown();
        awaitRecord(Topics.LIPSYNC_REQUESTED, failing);
        assertThat(pipeline.records(RETRIES.getFirst(), failing.runId())).hasSize(1);
    }

    @Test
    void keepsWhatWasPaidForWhenTheDiskFailsMeanwhile() throws Exception {
        // Given
        StageRequested request = pipeline.aRun("Paid, and no room for it.");
        AtomicInteger paid = new AtomicInteger();
        stage.forRun(
                request.runId(),
                (job, tryNumber) -> calls.once(job, call(request), FAILURE, () -> {
                    delete(job.directory());
                    return answer(paid);
                }));

        // When
        pipeline.send(codec.encode(request));

        // Then
        awaitRecord(Topics.LIPSYNC_REQUESTED, request);
        assertThat(paid).hasValue(1);
    }

    @Test
    void keepsWhatWasPaidForWhenTheBucketIsAwayForAWhile() throws Exception {
        // Given
        StageRequested request = pipeline.aRun("Paid, and no bucket for it.");
        AtomicInteger paid = new AtomicInteger();
        int moreThanTheTriesOfOneUpload = 6;
        stage.forRun(
                request.runId(),
                (job, tryNumber) -> calls.once(job, call(request), FAILURE, () -> {
                    StageTestResource.infrastructure
                            .storage()
                            .faults()
                            .plan(StorageFault.refuseUploads(500, moreThanTheTriesOfOneUpload));
                    return answer(paid);
                }));

        // When
        pipeline.send(codec.encode(request));

        // Then
        awaitRecord(Topics.LIPSYNC_REQUESTED, request);
        assertThat(paid).hasValue(1);
        assertThat(stage.timesRun(request.runId())).isEqualTo(1);
    }

    @Test
    void notesWhatWasPaidOnceTheDatabaseIsBack() throws Exception {
        // Given
        StageRequested request = pipeline.aRun("Paid, and no book for it.");
        AtomicInteger paid = new AtomicInteger();
        CountDownLatch answered = new CountDownLatch(1);
        stage.forRun(
                request.runId(),
                (job, tryNumber) -> calls.once(job, call(request), FAILURE, () -> {
                    StageTestResource.databaseCable.pull();
                    answered.countDown();
                    return answer(paid);
                }));

        // When
        pipeline.send(codec.encode(request));
        answered.await();
        Awaitility.await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        StageTestResource.databaseCable.plug();

        // Then
        awaitRecord(Topics.LIPSYNC_REQUESTED, request);
        assertThat(paid).hasValue(1);
        assertThat(pipeline.calls(request)).containsExactly("SUCCEEDED 1");
    }

    private static PaidCall call(StageRequested request) {
        return new PaidCall(
                Fingerprint.of(Stage.VOICE, request.context().script()),
                "vendor",
                "model-1",
                "speech.wav",
                "audio/wav",
                BigDecimal.ZERO);
    }

    private static PaidAnswer answer(AtomicInteger paid) {
        paid.incrementAndGet();
        return new PaidAnswer(new byte[1000], new Charge(BigDecimal.ONE, "character", BigDecimal.ONE));
    }

    private static void delete(Path directory) {
        try {
            WorkDirectory.deleteTree(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ConsumerRecord<String, String> awaitRecord(String topic, StageRequested request) {
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(
                        pipeline.records(topic, request.runId()))
                .isNotEmpty());
        return pipeline.records(topic, request.runId()).getFirst();
    }
}
